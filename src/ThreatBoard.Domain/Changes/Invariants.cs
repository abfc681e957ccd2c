using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Something that must not be: which entity, which field, and a sentence that says what to do.</summary>
public sealed record Violation(EntityRef Entity, string? Field, string Message);

/// <summary>What holds in every model; the door and the tests run the same checks.</summary>
public static class Invariants
{
    /// <summary>Checks the entities that a list of changes leaves behind, in the content (or the slice) after them.</summary>
    public static ImmutableArray<Violation> Check(ModelContent after, IEnumerable<Change> changes)
    {
        var checker = new Checker(after);
        foreach (var change in changes) change.Accept(checker);
        return checker.Violations.ToImmutable();
    }

    /// <summary>Checks everything.</summary>
    public static ImmutableArray<Violation> Check(ModelContent content) => Check(content, Comparison.Between(ModelContent.Empty, content));

    private sealed class Checker(ModelContent content) : IChangeVisitor
    {
        private readonly Dictionary<object, HashSet<object>> _claimedTwice = [];

        public ImmutableArray<Violation>.Builder Violations { get; } = ImmutableArray.CreateBuilder<Violation>();

        public void Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            if (change.After is not { } entity) return;
            var self = EntityRef.To(entity);
            foreach (var field in ShapeOf<T>.Value.Fields)
            {
                if (field.Problem(entity) is { } problem) Violations.Add(new(self, field.Name, problem));
            }

            foreach (var reference in ShapeOf<T>.Value.References)
            {
                foreach (var target in reference.Targets(entity).Where(target => !content.Has(target)))
                    Violations.Add(new(self, reference.Field, $"“{ShapeOf<T>.Value.Title(entity)}” names a {target.Kind ?? "thing"} that does not exist (any more)."));
            }

            Violations.AddRange(EntityRules.Check(content, entity).Select(v => v with { Entity = self }));
            foreach (var unique in ShapeOf<T>.Value.Uniques)
            {
                if (unique.What(entity) is { } claim && ClaimedTwice(unique).Contains(claim)) Violations.Add(new(self, unique.Field, unique.Problem));
            }
        }

        /// <summary>Counted once a check, since an import may bring thousands of entities.</summary>
        private HashSet<object> ClaimedTwice<T>(Uniqueness<T> unique)
            where T : class, IEntity<T>
        {
            if (_claimedTwice.TryGetValue(unique, out var known)) return known;
            var claims = content.All<T>().Select(unique.What).OfType<object>();
            return _claimedTwice[unique] = [.. claims.GroupBy(claim => claim).Where(same => same.Skip(1).Any()).Select(same => same.Key)];
        }
    }
}
