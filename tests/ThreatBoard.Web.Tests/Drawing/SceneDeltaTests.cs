using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class SceneDeltaTests
{
    private readonly Shop _shop = new();

    [Fact]
    public void Nothing_that_stayed_is_sent()
    {
        var delta = SceneDelta.Between(Scene(_shop.Content, 1), Scene(_shop.Content, 2));

        Assert.Equal((0, 1L, 2L), (delta.Count, delta.From, delta.Sequence));
    }

    [Fact]
    public void A_renamed_component_is_sent_whole_and_alone()
    {
        var delta = SceneDelta.Between(Scene(_shop.Content, 1), Scene(_shop.Content.With(_shop.Api with { Name = "orders" }), 2));

        Assert.Equal("orders", Assert.Single(delta.Components).Name);
        Assert.Equal(1, delta.Count);
    }

    [Fact]
    public void A_moved_boundary_changes_what_its_flows_cross()
    {
        var before = _shop.Content.With(_shop.Pod with { Nodes = [] });

        var delta = SceneDelta.Between(Scene(before, 1), Scene(before.With(_shop.Namespace with { Tenancy = null }), 2));

        Assert.Single(delta.Boundaries);
        Assert.DoesNotContain(_shop.Cluster.Id.ToString(), Assert.Single(delta.Flows).Crosses);
    }

    [Fact]
    public void What_is_gone_is_named()
    {
        var content = _shop.Content.Apply(Closure.Of(_shop.Content, [Change.Remove(_shop.Customer)]));

        Assert.Equal([_shop.Customer.Id.ToString(), _shop.Order.Id.ToString()], SceneDelta.Between(Scene(_shop.Content, 1), Scene(content, 2)).Removed.Order());
    }

    private static DiagramScene Scene(ModelContent content, long sequence) => DiagramScene.Of(content, "shop", Grouping.Tenancy, sequence);
}
