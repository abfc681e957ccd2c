using FsCheck;
using FsCheck.Fluent;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class MergeProperties
{
    [Fact]
    public void Changes_to_a_state_that_nobody_else_changed_apply_whole() => Models.All(model =>
    {
        var merged = Merge.Of(model.Content, Comparison.Between(model.Content, model.Edited()));
        Assert.Empty(merged.Conflicts);
        Same.Models(model.Edited(), model.Content.Apply(merged.Changes));
    });

    [Fact]
    public void What_has_already_happened_changes_nothing_again() => Models.All(model =>
    {
        var merged = Merge.Of(model.Edited(), Comparison.Between(model.Content, model.Edited()));
        Assert.Empty(merged.Conflicts);
        Assert.Empty(merged.Changes);
    });

    [Fact]
    public void Two_authors_meet_in_the_same_model_or_the_same_conflicts_whoever_comes_first() => Models.All(model =>
    {
        var (one, other) = (model.Edited(), model.Edited(author: 2));
        var onto = Merge.Of(other, Comparison.Between(model.Content, one));
        var back = Merge.Of(one, Comparison.Between(model.Content, other));
        Assert.Equal(onto.Conflicts.Select(c => (c.Entity, c.Field)).ToHashSet(), back.Conflicts.Select(c => (c.Entity, c.Field)).ToHashSet());
        if (onto.Conflicts.IsEmpty) Same.Models(other.Apply(onto.Changes), one.Apply(back.Changes));
    });

    [Fact]
    public void Changes_to_different_fields_commute() => Models.All(model =>
        Edits.Random(model.Content, model.Dice).Accept(new TwoAuthors(model, SameField: false)));

    [Fact]
    public void Changes_to_the_same_field_conflict_unless_it_is_a_set() => Models.All(model =>
        Edits.Random(model.Content, model.Dice).Accept(new TwoAuthors(model, SameField: true)));

    [Fact]
    public void Sets_merge_by_element_in_either_order()
    {
        var sets = ArbMap.Default.ArbFor<List<byte>>().Generator.Select(some => some.Select(b => (int)b % 8).ToValueSet());
        var three = Arb.From(from origin in sets from theirs in sets from mine in sets select (origin, theirs, mine));
        Check.QuickThrowOnFailure(Prop.ForAll(three, sets =>
        {
            var (origin, theirs, mine) = sets;
            var joined = SetMerge.Join(origin, theirs, mine);
            for (var item = 0; item < 8; item++)
            {
                var expected = origin.Contains(item) ? theirs.Contains(item) && mine.Contains(item) : theirs.Contains(item) || mine.Contains(item);
                Assert.Equal(expected, joined.Contains(item));
            }

            Assert.Equal(joined, SetMerge.Join(origin, mine, theirs));
        }));
    }

    /// <summary>Two people change one entity, each a field, on the same base.</summary>
    private sealed record TwoAuthors(RandomModel Model, bool SameField) : IChangeVisitor
    {
        public void Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            var dice = Model.Dice;
            var origin = change.After!;
            var fields = dice.Shuffled(ShapeOf<T>.Value.Fields);
            if (fields.Count < 2 && !SameField) return;
            var (one, other) = (fields[0], SameField ? fields[0] : fields[1]);
            if (Edits.WithAnotherValue(Model.Content, dice, origin, one) is not { } mine) return;
            if (Edits.WithAnotherValue(Model.Content, dice, origin, other) is not { } theirs) return;
            if (!SameField) Commute(origin, mine, theirs);
            else if (!one.AreEqual(mine, theirs)) Conflict(one, origin, mine, theirs);
        }

        private void Commute<T>(T origin, T mine, T theirs)
            where T : class, IEntity<T>
        {
            var first = Joined(theirs, Change.Of(origin, mine), out var conflicts);
            var second = Joined(mine, Change.Of(origin, theirs), out var others);
            Assert.Empty(conflicts.Concat(others));
            Same.Models(first, second);
        }

        private void Conflict<T>(Field<T> field, T origin, T mine, T theirs)
            where T : class, IEntity<T>
        {
            var merged = Joined(theirs, Change.Of(origin, mine), out var conflicts);
            if (field.ValueOf(origin) is ValueSet<string> or ValueSet<Origin> or ValueSet<Id<Boundary>> or ValueSet<Id<Asset>>)
            {
                Assert.Empty(conflicts);
                return;
            }

            var conflict = Assert.Single(conflicts);
            Assert.Equal((ConflictKind.SameField, field.Name), (conflict.Kind, conflict.Field));
            Assert.Equal([field.ValueOf(origin), field.ValueOf(theirs), field.ValueOf(mine)], new[] { conflict.Base, conflict.Theirs, conflict.Mine });
            Same.Models(Model.Content.With(theirs), merged);
        }

        private ModelContent Joined<T>(T now, Change mine, out IReadOnlyList<Conflict> conflicts)
            where T : class, IEntity<T>
        {
            var theirs = Model.Content.With(now);
            var result = Merge.Of(theirs, [mine]);
            conflicts = result.Conflicts;
            return theirs.Apply(result.Changes);
        }
    }
}
