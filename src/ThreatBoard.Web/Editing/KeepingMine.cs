using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Editing;

/// <summary>Makes refused changes anew on what is there now, so that the author's side wins where the author said so.</summary>
public static class KeepingMine
{
    public static ImmutableArray<Change> Over(ModelContent now, IEnumerable<Change> mine)
    {
        var rebase = new Rebase(now);
        return [.. mine.Select(change => change.Accept(rebase)).OfType<Change>()];
    }

    private sealed class Rebase(ModelContent now) : IChangeVisitor<Change?>
    {
        public Change? Visit<T>(Change<T> change)
            where T : class, IEntity<T> => (change, now.Find<T>(change.Entity.Id)) switch
        {
            ({ After: { } wanted }, null) => Change.Add(wanted),
            ({ After: null }, null) => null,
            ({ After: null }, { } theirs) => Change.Remove(theirs),
            ({ Before: null, After: { } wanted }, { } theirs) => Change.Of(theirs, wanted),
            ({ Before: { } seen, After: { } wanted }, { } theirs) => Change.Of(theirs, Fields(seen, wanted, theirs)),
            _ => null,
        };

        private static T Fields<T>(T seen, T wanted, T theirs)
            where T : class, IEntity<T> =>
            ShapeOf<T>.Value.Fields.Where(field => !field.AreEqual(seen, wanted)).Aggregate(theirs, (entity, field) => field.Copy(wanted, entity));
    }
}
