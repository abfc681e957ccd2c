using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Revisions;

/// <summary>Of all that a revision would change, what single entities bring with them: what they cannot be without, and what belongs to those that come back.</summary>
internal static class RestoreChoice
{
    /// <param name="all">The changes from now to then.</param>
    public static ImmutableArray<Change> Of(ModelContent now, ModelContent then, ImmutableArray<Change> all, IReadOnlyCollection<EntityRef> only)
    {
        var byEntity = all.ToDictionary(change => change.Entity);
        var needs = new Needs(then);
        var missing = all.Where(change => change.Kind is ChangeKind.Added)
            .SelectMany(change => needs.Of(change).Select(target => (Target: target, change.Entity))).ToLookup(pair => pair.Target, pair => pair.Entity);
        var taken = new HashSet<EntityRef>();
        var waiting = new Queue<EntityRef>(only);
        while (waiting.TryDequeue(out var entity))
        {
            if (!byEntity.TryGetValue(entity, out var change) || !taken.Add(entity)) continue;
            foreach (var needed in needs.Of(change).Where(target => !now.Has(target))) waiting.Enqueue(needed);
            // What went with an entity comes back with it, as far as its other ends are there.
            if (change.Kind is ChangeKind.Added)
                foreach (var belonging in missing[entity].Where(other => needs.Of(byEntity[other]).All(target => target == entity || now.Has(target) || taken.Contains(target)))) waiting.Enqueue(belonging);
        }

        return [.. all.Where(change => taken.Contains(change.Entity))];
    }

    /// <summary>What an entity names and cannot be without.</summary>
    private sealed class Needs(ModelContent then) : IChangeVisitor<IEnumerable<EntityRef>>
    {
        public IEnumerable<EntityRef> Of(Change change) => change.Accept(this);

        public IEnumerable<EntityRef> Visit<T>(Change<T> change)
            where T : class, IEntity<T> => change.After is not { } entity ? [] :
        [
            .. from reference in ShapeOf<T>.Value.References
               from target in reference.Targets(entity)
               where reference.Without(entity, target, then) is null
               select target,
        ];
    }
}
