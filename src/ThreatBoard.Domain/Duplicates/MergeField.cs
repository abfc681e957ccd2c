using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Duplicates;

/// <summary>What people decide about a threat, and what two duplicates may have decided differently.</summary>
public enum MergeField
{
    Assessment,
    Treatment,
    Priority,
    Actor,
    Owner,
    Due,
}

/// <summary>A decision that the merged threats do not agree about.</summary>
/// <param name="Options">Each decision once, with the threat that it stands in; the kept one's first.</param>
public sealed record MergeQuestion(MergeField Field, ImmutableArray<MergeOption> Options);

/// <summary>A decision and the threat that it stands in.</summary>
public sealed record MergeOption(Threat From, object Value);

/// <summary>How one decision is read from a threat, and taken over by another.</summary>
/// <param name="Decided">Null where nobody has decided.</param>
internal sealed record MergeFacet(MergeField Field, Func<Threat, object?> Decided, Func<Threat, Threat, Threat> Take)
{
    public static ImmutableArray<MergeFacet> All { get; } =
    [
        new(MergeField.Assessment, threat => threat.Assessment, (kept, from) => kept with { Assessment = from.Assessment }),
        new(MergeField.Treatment, threat => threat.Treatment == Treatment.Undecided ? null : threat.Treatment, (kept, from) => kept with { Treatment = from.Treatment }),
        new(MergeField.Priority, threat => threat.Priority, (kept, from) => kept with { Priority = from.Priority }),
        new(MergeField.Actor, threat => threat.Actor, (kept, from) => kept with { Actor = from.Actor }),
        new(MergeField.Owner, threat => threat.Owner.IsNobody ? null : threat.Owner, (kept, from) => kept with { Owner = from.Owner }),
        new(MergeField.Due, threat => threat.Due, (kept, from) => kept with { Due = from.Due }),
    ];
}
