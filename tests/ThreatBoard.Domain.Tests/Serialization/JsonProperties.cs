using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Serialization;

public sealed class JsonProperties
{
    [Fact]
    public void Canonical_json_read_again_is_the_same_model_and_the_same_bytes() => Models.All(model =>
    {
        var read = Enum.GetValues<ModelPart>().Aggregate(ModelContent.Empty, (content, part) => CanonicalJson.Read(CanonicalJson.Write(model.Content, part), content));
        Assert.Empty(Comparison.Between(model.Content, read));
        Same.Models(model.Content, read);
    });

    [Fact]
    public void A_journaled_change_read_again_is_the_same_change() => Models.All(model =>
    {
        foreach (var change in Comparison.Between(model.Content, model.Edited()))
            Assert.Equal(change, ChangeJson.Of(change).ToChange(model.Content));
    });

    [Fact]
    public void Replaying_journaled_changes_from_nothing_gives_the_model() => Models.All(model =>
    {
        var replayed = ModelContent.Empty;
        foreach (var step in new[] { model.Content, model.Edited() })
        {
            var journaled = Comparison.Between(replayed, step).Select(ChangeJson.Of).ToList();
            replayed = replayed.Apply(journaled.Select(row => row.ToChange(replayed)).ToList());
        }

        Same.Models(model.Edited(), replayed);
    });

    [Fact]
    public void Every_kind_is_among_random_models()
    {
        var models = Enumerable.Range(0, 5).Select(seed => new RandomModel(seed, Size: 12).Content);
        var kinds = models.SelectMany(model => Comparison.Between(ModelContent.Empty, model)).Select(change => change.Shape.Name).Distinct();
        Assert.Equal(EntityKinds.All.Select(shape => shape.Name).Order(), kinds.Order());
    }
}
