using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Revisions;

/// <summary>Something of a revision that does not come back, and why.</summary>
/// <param name="Why">A sentence.</param>
public sealed record NotRestored(EntityRef Entity, string Title, string Why);

/// <summary>What restoring a revision comes to on the state that it meets: the changes from now to then, and what stays as it is.</summary>
/// <param name="Changes">From now to then, without what is only recorded: iterations, acceptances, approvals and comments stay.</param>
/// <param name="Refused">By title. Decisions are not revived, and what would break a rule is left out.</param>
public sealed record RestorePlan(ImmutableArray<Change> Changes, ImmutableArray<NotRestored> Refused)
{
    /// <param name="only">What is to come back, with what it needs and what belongs to it; null for the whole revision.</param>
    public static RestorePlan Of(ModelContent now, ModelContent then, IReadOnlyCollection<EntityRef>? only)
    {
        ImmutableArray<Change> all = [.. Comparison.Between(now, then).Where(change => change.Shape.Part is not ModelPart.Record)];
        var chosen = only is null ? all : RestoreChoice.Of(now, then, all, only);
        var refused = new List<NotRestored>();
        var kept = DecisionsKept.In(chosen, refused);
        return RestoreCheck.Lawful(now, then, kept, refused);
    }

    public bool IsEmpty => Changes.IsEmpty && Refused.IsEmpty;

    /// <summary>SHA-256 in lower-case hexadecimal digits: the same for plans that change the same fields of the same entities and refuse the same.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var change in Changes)
            text.Append(change.Kind).Append(' ').Append(change.Entity).Append(' ').AppendJoin(',', change.Fields().Select(field => field.Field)).Append('\n');
        foreach (var refused in Refused) text.Append("not ").Append(refused.Entity).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
