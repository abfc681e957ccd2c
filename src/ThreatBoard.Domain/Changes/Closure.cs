using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>What must happen besides, once something is removed: explicit changes, so that undo can take back all of it.</summary>
public static class Closure
{
    /// <param name="before">The content, or a slice that holds whatever refers to what is removed.</param>
    /// <returns>The changes given, followed by those that their removals bring about.</returns>
    public static ImmutableArray<Change> Of(ModelContent before, ImmutableArray<Change> changes)
    {
        var gone = changes.Where(c => c.Kind is ChangeKind.Removed).Select(c => c.Entity).ToHashSet();
        if (gone.Count == 0) return changes;
        var after = before.Apply(changes);
        while (true)
        {
            var pass = new Pass(before, after, gone);
            foreach (var shape in EntityKinds.All) shape.Accept(pass);
            if (pass.Changes.Count == 0) break;
            after = after.Apply(pass.Changes);
            gone.UnionWith(pass.Changes.Where(c => c.Kind is ChangeKind.Removed).Select(c => c.Entity));
        }

        return Joined(before, after, changes);
    }

    /// <summary>Keeps the author's order, and puts what followed after it.</summary>
    private static ImmutableArray<Change> Joined(ModelContent before, ModelContent after, ImmutableArray<Change> changes)
    {
        var all = Comparison.Between(before, after).ToDictionary(change => change.Entity);
        var own = changes.Where(c => all.ContainsKey(c.Entity)).Select(c => all[c.Entity]).Distinct().ToList();
        var named = own.Select(c => c.Entity).ToHashSet();
        return [.. own, .. all.Values.Where(c => !named.Contains(c.Entity))];
    }

    private sealed class Pass(ModelContent before, ModelContent after, HashSet<EntityRef> gone) : IShapeVisitor
    {
        public List<Change> Changes { get; } = [];

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            foreach (var entity in after.All<T>())
            {
                var left = Left(shape, entity);
                if (!ReferenceEquals(left, entity)) Changes.Add(new Change<T>(entity, left));
            }
        }

        private T? Left<T>(Shape<T> shape, T entity)
            where T : class, IEntity<T>
        {
            var left = entity;
            foreach (var reference in shape.References)
            {
                foreach (var target in reference.Targets(left).Where(gone.Contains).ToList())
                {
                    if (reference.Without(left, target, before) is not { } kept) return null;
                    left = kept;
                }
            }

            return left;
        }
    }
}
