using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Threats whose subject went and comes back: they are about it again, and so open again by themselves.</summary>
public static class Returning
{
    /// <param name="before">The content, or a slice that holds every threat about what is added.</param>
    /// <returns>The changes given, with what follows for such threats.</returns>
    public static ImmutableArray<Change> Of(ModelContent before, ImmutableArray<Change> changes)
    {
        var added = changes.Where(change => change.Kind is ChangeKind.Added).Select(change => change.Entity).ToHashSet();
        if (added.Count == 0) return changes;
        var after = before.Apply(changes);
        ImmutableArray<Change> returned =
        [
            .. from threat in after.All<Threat>()
               where threat.Subject.IsGone && added.Contains(threat.Subject.Ref)
               orderby threat.Id
               select Change.Of(threat, threat with { Subject = ThreatSubject.Of(threat.Subject.Ref) }),
        ];
        return returned.IsEmpty ? changes : Comparison.Between(before, after.Apply(returned));
    }
}
