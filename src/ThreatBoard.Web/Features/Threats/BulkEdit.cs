using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>What is to be set on many threats at once; what is null stays as it is.</summary>
/// <param name="Due">The due day wanted, or <see cref="DateOnly.MinValue"/> for none.</param>
/// <param name="Tags">Tags to add.</param>
/// <param name="TagsGone">Tags to take away.</param>
public sealed record BulkEdit(Treatment? Treatment, Owner? Owner, DateOnly? Due, ValueSet<string> Tags, ValueSet<string> TagsGone)
{
    public static BulkEdit Nothing { get; } = new(null, null, null, [], []);

    /// <summary>What this would do to these threats: nothing is written, and what is refused would be refused by the door as well.</summary>
    public BulkPreview Preview(ModelContent content, IEnumerable<Threat> threats)
    {
        var all = threats.Select(threat => Change.Of(threat, Applied(threat))).ToList();
        var changed = all.Where(change => !change.Before!.Equals(change.After)).ToList();
        var problems = Invariants.Check(content.Apply(changed), changed).ToLookup(violation => violation.Entity, violation => violation.Message);
        return new(
            [.. changed.Where(change => !problems.Contains(change.Entity))],
            all.Count - changed.Count,
            [.. changed.Where(change => problems.Contains(change.Entity)).Select(change => new BulkRefusal(change.Before!, problems[change.Entity].First()))]);
    }

    private Threat Applied(Threat threat) => threat with
    {
        Treatment = Treatment ?? threat.Treatment,
        Owner = Owner ?? threat.Owner,
        Due = Due == DateOnly.MinValue ? null : Due ?? threat.Due,
        Tags = threat.Tags.Without(TagsGone).With(Tags),
    };
}

/// <summary>What a bulk edit comes to before it is applied.</summary>
public sealed record BulkPreview(ImmutableArray<Change<Threat>> Changes, int Unchanged, ImmutableArray<BulkRefusal> Refused)
{
    public static BulkPreview Nothing { get; } = new([], 0, []);
}

/// <summary>A threat that the edit cannot be applied to, and why.</summary>
public sealed record BulkRefusal(Threat Threat, string Problem);
