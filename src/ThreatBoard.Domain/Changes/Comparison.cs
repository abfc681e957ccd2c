using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The changes from one content to another, by identity.</summary>
public static class Comparison
{
    /// <summary>In the order of <see cref="EntityKinds.All"/>, then by id, so that the same pair always gives the same list.</summary>
    public static ImmutableArray<Change> Between(ModelContent from, ModelContent to)
    {
        var comparer = new Comparer(from, to);
        foreach (var shape in EntityKinds.All) shape.Accept(comparer);
        return comparer.Changes.ToImmutable();
    }

    private sealed class Comparer(ModelContent from, ModelContent to) : IShapeVisitor
    {
        public ImmutableArray<Change>.Builder Changes { get; } = ImmutableArray.CreateBuilder<Change>();

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var (before, after) = (from.Rows<T>(), to.Rows<T>());
            if (ReferenceEquals(before, after)) return;
            Changes.AddRange(Differences(before, after).OrderBy(change => (change.After ?? change.Before!).Key));
        }

        private static IEnumerable<Change<T>> Differences<T>(ImmutableDictionary<Guid, T> before, ImmutableDictionary<Guid, T> after)
            where T : class, IEntity<T>
        {
            foreach (var (id, was) in before)
            {
                if (!after.TryGetValue(id, out var now)) yield return new Change<T>(was, null);
                else if (!ReferenceEquals(was, now) && !was.Equals(now)) yield return new Change<T>(was, now);
            }

            foreach (var (id, now) in after)
            {
                if (!before.ContainsKey(id)) yield return new Change<T>(null, now);
            }
        }
    }
}
