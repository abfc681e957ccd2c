using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Revisions;

/// <summary>Leaves out of a list of changes what would break a rule of the model, and says which.</summary>
internal static class RestoreCheck
{
    private const int MostRounds = 12;

    public static RestorePlan Lawful(ModelContent now, ModelContent then, ImmutableArray<Change> changes, List<NotRestored> refused)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            changes = WithoutDangling(now, then, changes);
            var whole = Returning.Of(now, Closure.Of(now, changes));
            var wrong = Invariants.Check(now.Apply(whole), whole).GroupBy(violation => violation.Entity).ToDictionary(of => of.Key, of => of.First().Message);
            var left = changes.Where(change => !wrong.ContainsKey(change.Entity)).ToImmutableArray();
            // What nothing of this list can mend is said by the door.
            if (left.Length == changes.Length) break;
            refused.AddRange(changes.Where(change => wrong.ContainsKey(change.Entity)).Select(change => new NotRestored(change.Entity, change.Title, wrong[change.Entity])));
            changes = left;
        }

        return new(changes, [.. refused.OrderBy(one => one.Title, StringComparer.Ordinal).ThenBy(one => one.Entity)]);
    }

    /// <summary>What comes back but may be without something that does not, comes without it.</summary>
    private static ImmutableArray<Change> WithoutDangling(ModelContent now, ModelContent then, ImmutableArray<Change> changes)
    {
        while (true)
        {
            var cutting = new Cutting(now.Apply(changes), then);
            ImmutableArray<Change> cut = [.. changes.Select(change => change.Accept(cutting))];
            if (!cutting.HasCut) return [.. changes.Where(change => change.Kind is not ChangeKind.Changed || change.Fields().Count > 0)];
            changes = cut;
        }
    }

    private sealed class Cutting(ModelContent after, ModelContent then) : IChangeVisitor<Change>
    {
        public bool HasCut { get; private set; }

        public Change Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            if (change.After is not { } entity) return change;
            var left = entity;
            foreach (var reference in ShapeOf<T>.Value.References)
            {
                foreach (var gone in reference.Targets(left).Where(target => !after.Has(target)).ToList())
                    left = reference.Without(left, gone, then) ?? left;
            }

            if (left.Equals(entity)) return change;
            HasCut = true;
            return new Change<T>(change.Before, left);
        }
    }
}
