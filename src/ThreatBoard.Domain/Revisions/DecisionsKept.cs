using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Revisions;

/// <summary>Leaves what only a step can decide as it is now: a restored state revives no signature.</summary>
internal sealed class DecisionsKept(List<NotRestored> refused) : IChangeVisitor<Change?>
{
    /// <param name="refused">Takes what is left out.</param>
    public static ImmutableArray<Change> In(ImmutableArray<Change> changes, List<NotRestored> refused)
    {
        var kept = new DecisionsKept(refused);
        return [.. changes.Select(change => change.Accept(kept)).OfType<Change>()];
    }

    public Change? Visit<T>(Change<T> change)
        where T : class, IEntity<T>
    {
        if (change.After is not { } then) return change;
        var shape = ShapeOf<T>.Value;
        var now = change.Before ?? shape.Create(then.Key);
        var after = shape.Fields.Where(field => field.SetBy is Setter.Step).Aggregate(then, (entity, field) => field.Copy(now, entity));
        if (after is Mitigation work) after = (T)(object)OfWork(change.Before as Mitigation, work, (Mitigation)(object)then);
        return after.Equals(change.Before) ? null : new Change<T>(change.Before, after);
    }

    /// <summary>That something is implemented or verified is somebody's word of its day: a restored state takes such a word away, and never gives it.</summary>
    private Mitigation OfWork(Mitigation? now, Mitigation after, Mitigation then)
    {
        var has = now?.Status ?? MitigationStatus.Proposed;
        if (then.IsDone && then.Status > has)
        {
            refused.Add(new(EntityRef.To(then), then.Title, $"That it is {Word(then.Status)} is somebody's word, and is not revived: say so again if it holds."));
            return after with { Status = now?.Status ?? MitigationStatus.InProgress };
        }

        return then.Status switch
        {
            MitigationStatus.Verified => after,
            MitigationStatus.Implemented => after with { Verified = null },
            _ => after with { Implemented = null, Verified = null },
        };
    }

    private static string Word(MitigationStatus status) => status is MitigationStatus.Verified ? "verified" : "implemented";
}
