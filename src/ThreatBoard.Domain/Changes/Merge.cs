using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Changes made on an older state, joined with the state now.</summary>
/// <param name="Changes">From now to merged; what has already happened is left out.</param>
public sealed record MergeResult(ImmutableArray<Change> Changes, ImmutableArray<Conflict> Conflicts);

/// <summary>Three-way, field by field: base is what the author saw, theirs is now, mine is what the author wants.</summary>
public static class Merge
{
    public static MergeResult Of(ModelContent theirs, IEnumerable<Change> mine)
    {
        var merger = new Merger(theirs);
        foreach (var change in mine) change.Accept(merger);
        return new(merger.Changes.ToImmutable(), merger.Conflicts.ToImmutable());
    }

    private sealed class Merger(ModelContent now) : IChangeVisitor
    {
        public ImmutableArray<Change>.Builder Changes { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<Conflict>.Builder Conflicts { get; } = ImmutableArray.CreateBuilder<Conflict>();

        public void Visit<T>(Change<T> mine)
            where T : class, IEntity<T>
        {
            var theirs = now.Find<T>(mine.Entity.Id);
            switch (mine)
            {
                case { Before: null, After: { } added }: Add(added, theirs); break;
                case { Before: { } seen, After: null }: Remove(seen, theirs); break;
                case { Before: { } seen, After: { } wanted }: Update(seen, theirs, wanted); break;
            }
        }

        private void Add<T>(T added, T? theirs)
            where T : class, IEntity<T>
        {
            if (theirs is null) Changes.Add(Change.Add(added));
            else if (!theirs.Equals(added)) Conflicts.Add(Whole(ConflictKind.AddedTwice, added, null, theirs, added));
        }

        private void Remove<T>(T seen, T? theirs)
            where T : class, IEntity<T>
        {
            if (theirs is null) return;
            if (theirs.Equals(seen)) Changes.Add(Change.Remove(theirs));
            else Conflicts.Add(Whole(ConflictKind.ChangedByThem, seen, seen, theirs, null));
        }

        private void Update<T>(T seen, T? theirs, T wanted)
            where T : class, IEntity<T>
        {
            if (theirs is null)
            {
                if (!seen.Equals(wanted)) Conflicts.Add(Whole(ConflictKind.RemovedByThem, seen, seen, null, wanted));
                return;
            }

            var merged = theirs;
            foreach (var field in ShapeOf<T>.Value.Fields)
            {
                if (!field.TryMerge(seen, theirs, wanted, ref merged)) Conflicts.Add(Field(field, seen, theirs, wanted));
            }

            if (!merged.Equals(theirs)) Changes.Add(Change.Of(theirs, merged));
        }

        private static Conflict Field<T>(Field<T> field, T seen, T theirs, T mine)
            where T : class, IEntity<T> =>
            new(ConflictKind.SameField, EntityRef.To(theirs), ShapeOf<T>.Value.Title(theirs), field.Name, field.ValueOf(seen), field.ValueOf(theirs), field.ValueOf(mine));

        private static Conflict Whole<T>(ConflictKind kind, T entity, T? seen, T? theirs, T? mine)
            where T : class, IEntity<T> => new(kind, EntityRef.To(entity), ShapeOf<T>.Value.Title(entity), Field: null, seen, theirs, mine);
    }
}
