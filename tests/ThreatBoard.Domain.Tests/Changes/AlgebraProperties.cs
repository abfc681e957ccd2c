using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class AlgebraProperties
{
    [Fact]
    public void Random_models_are_valid_and_hold_every_kind() => Models.All(model =>
    {
        Assert.Empty(Invariants.Check(model.Content));
        Assert.Empty(Invariants.Check(model.Edited()));
    });

    [Fact]
    public void Random_edits_do_change_most_models()
    {
        var changed = Enumerable.Range(0, 50).Count(seed => Between(new(seed, 6)).Length > 2);
        Assert.InRange(changed, 30, 50);
    }

    [Fact]
    public void Applying_the_comparison_of_two_models_to_the_first_gives_the_second() => Models.All(model =>
    {
        Same.Models(model.Edited(), model.Content.Apply(Between(model)));
        Same.Models(model.Edited(author: 2), model.Edited().Apply(Comparison.Between(model.Edited(), model.Edited(author: 2))));
    });

    [Fact]
    public void A_model_compared_with_itself_has_no_changes() => Models.All(model => Assert.Empty(Comparison.Between(model.Content, model.Content)));

    [Fact]
    public void A_change_and_its_inverse_cancel() => Models.All(model =>
    {
        var changes = Between(model);
        Same.Models(model.Content, model.Content.Apply(changes).Apply(changes.Reverse().Select(change => change.Inverse())));
        Assert.Equal(changes, changes.Select(change => change.Inverse().Inverse()));
    });

    [Fact]
    public void Removing_anything_leaves_no_dangling_reference_and_undoing_it_restores_everything() => Models.All(model =>
    {
        foreach (var victim in Comparison.Between(ModelContent.Empty, model.Content))
        {
            var closure = Closure.Of(model.Content, [victim.Inverse()]);
            var after = model.Content.Apply(closure);
            Assert.Empty(Invariants.Check(after));
            Assert.False(after.Has(victim.Entity));
            Same.Models(model.Content, after.Apply(closure.Select(change => change.Inverse())));
        }
    });

    [Fact]
    public void Removing_several_things_at_once_leaves_no_dangling_reference() => Models.All(model =>
    {
        var dice = model.Dice;
        var victims = Comparison.Between(model.Content, ModelContent.Empty).Where(_ => dice.Chance(30)).ToImmutableArray();
        Assert.Empty(Invariants.Check(model.Content.Apply(Closure.Of(model.Content, victims))));
    });

    private static ImmutableArray<Change> Between(RandomModel model) => Comparison.Between(model.Content, model.Edited());
}
