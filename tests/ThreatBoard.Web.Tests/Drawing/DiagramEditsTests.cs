using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class DiagramEditsTests
{
    private readonly Shop _shop = new();

    [Fact]
    public void The_first_place_makes_the_drawing_of_its_grouping()
    {
        var content = Placed(_shop.Content, Grouping.Compute, new ScenePlace(_shop.Api.Id.ToString(), 10, -20));

        Assert.Equal(Grouping.Compute, Assert.Single(content.All<Domain.Modeling.Diagram>()).Grouping);
        Assert.Equal(new ScenePlace(_shop.Api.Id.ToString(), 10, -20), Assert.Single(Scene(content, Grouping.Compute).Placements));
        Assert.Empty(Scene(content, Grouping.Tenancy).Placements);
    }

    [Fact]
    public void A_second_place_moves_the_first_and_says_nothing_where_it_is_the_same()
    {
        var placed = Placed(_shop.Content, Grouping.Tenancy, new ScenePlace(_shop.Api.Id.ToString(), 10, 20));
        var moved = Placed(placed, Grouping.Tenancy, new ScenePlace(_shop.Api.Id.ToString(), 11, 20));

        Assert.Equal(11, Assert.Single(moved.All<Placement>()).At.X);
        Assert.Empty(DiagramEdits.Place(moved, Grouping.Tenancy, [new(_shop.Api.Id.ToString(), 11, 20)], TimeProvider.System));
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("00000000-0000-0000-0000-000000000099")]
    public void A_place_for_what_is_not_there_is_left_out(string id) =>
        Assert.Empty(Placed(_shop.Content, Grouping.Tenancy, new ScenePlace(id, 1, 1)).All<Placement>());

    [Fact]
    public void What_is_added_in_a_boundary_lies_in_it()
    {
        Assert.Equal(_shop.Namespace.Id, Added<Component>("store", _shop.Namespace).Tenancy);
        Assert.Equal([_shop.Node.Id], Added<Component>("process", _shop.Node).Nodes);
        Assert.Equal(_shop.Namespace.Id, Added<Boundary>("pod", _shop.Namespace).Tenancy);
        Assert.Null(Added<Boundary>("cluster", _shop.Namespace).Tenancy);
    }

    [Theory]
    [InlineData("process")]
    [InlineData("store")]
    [InlineData("external")]
    [InlineData("actor")]
    [InlineData("zone")]
    [InlineData("cluster")]
    [InlineData("node")]
    [InlineData("namespace")]
    [InlineData("pod")]
    [InlineData("network")]
    public void Everything_that_can_be_drawn_is_valid_anywhere(string kind)
    {
        Boundary?[] places = [null, _shop.Cluster, _shop.Node, _shop.Namespace, _shop.Pod];
        foreach (var into in places)
        {
            var changes = DiagramEdits.Add(_shop.Content, kind, into, TimeProvider.System)!.Value.Changes;
            Assert.Empty(Invariants.Check(_shop.Content.Apply(changes), changes));
        }
    }

    [Theory]
    [InlineData("3")]
    [InlineData("script")]
    [InlineData("")]
    public void A_kind_that_does_not_exist_adds_nothing(string kind) => Assert.Null(DiagramEdits.Add(_shop.Content, kind, null, TimeProvider.System));

    [Fact]
    public void A_second_new_process_gets_a_name_of_its_own()
    {
        var content = _shop.Content.Apply(DiagramEdits.Add(_shop.Content, "process", null, TimeProvider.System)!.Value.Changes);
        content = content.Apply(DiagramEdits.Add(content, "process", null, TimeProvider.System)!.Value.Changes);

        Assert.Contains(content.All<Component>(), component => component.Name == "New process 2");
    }

    [Fact]
    public void Moving_out_leaves_the_boundary_in_which_it_was_drawn()
    {
        var pod = EntityRef.To(_shop.Pod);

        Assert.Empty(_shop.Content.Apply(DiagramEdits.Move(_shop.Content, Grouping.Compute, pod, null)).Find<Boundary>(pod.Id)!.Nodes);
        Assert.Null(_shop.Content.Apply(DiagramEdits.Move(_shop.Content, Grouping.Tenancy, pod, null)).Find<Boundary>(pod.Id)!.Tenancy);
    }

    [Fact]
    public void A_line_between_components_is_a_flow_about_which_nothing_is_known()
    {
        var content = _shop.Content.Apply(DiagramEdits.Connect(_shop.Content, _shop.Api.Id.Value, _shop.Database.Id.Value, TimeProvider.System));

        var flow = content.All<Flow>().Single(f => f.Id != _shop.Order.Id);
        Assert.Equal((new FlowEnds(_shop.Api.Id, _shop.Database.Id), Encryption.Unknown), (flow.Ends, flow.Transport.Encryption));
    }

    [Fact]
    public void A_line_from_an_actor_says_where_it_starts()
    {
        var actor = new Actor { Id = Shop.Next<Actor>(41), Name = "Compromised container" };
        var content = _shop.Content.With(actor);

        var after = content.Apply(DiagramEdits.Connect(content, actor.Id.Value, _shop.Api.Id.Value, TimeProvider.System));

        Assert.Equal(_shop.Api.Id, after.Find<Actor>(actor.Id.Value)!.StartsAt);
        Assert.Single(after.All<Flow>());
    }

    [Fact]
    public void A_line_to_what_is_gone_changes_nothing() =>
        Assert.Empty(DiagramEdits.Connect(_shop.Content, _shop.Api.Id.Value, Shop.Next<Component>(99).Value, TimeProvider.System));

    private T Added<T>(string kind, Boundary into)
        where T : class, IEntity<T>
    {
        var (element, changes) = DiagramEdits.Add(_shop.Content, kind, into, TimeProvider.System)!.Value;
        return _shop.Content.Apply(changes).Find<T>(element.Id)!;
    }

    private static ModelContent Placed(ModelContent content, Grouping grouping, params ScenePlace[] places) =>
        content.Apply(DiagramEdits.Place(content, grouping, places, TimeProvider.System));

    private static DiagramScene Scene(ModelContent content, Grouping grouping) => DiagramScene.Of(content, "shop", grouping, 1);
}
