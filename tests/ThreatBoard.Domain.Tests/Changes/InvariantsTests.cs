using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class InvariantsTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_name_is_needed_and_bounded()
    {
        _sketch.Component(" ");
        Refused("name", "only blanks");
        _sketch.Put(_sketch.Component("api") with { Name = new string('x', Limits.Name + 1) });
        Refused("name", "at most 200");
    }

    [Fact]
    public void Text_that_cannot_be_stored_is_refused()
    {
        var api = _sketch.Component("a\u0000b");
        Refused("name", "control character");
        foreach (var half in new[] { "a\ud800b", "a\udc00b", "\ufffd and \ud800", "\ud800" })
        {
            _sketch.Put(api with { Name = half });
            Refused("name", "lone surrogate");
        }

        _sketch.Put(api with { Name = "\ufffd 😀 e\u0301" });
        Assert.Empty(Invariants.Check(_sketch.Content));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_536)]
    public void A_port_is_1_to_65535(int port)
    {
        _sketch.Put(_sketch.Flow(_sketch.Component("api"), _sketch.Component("web")) with { Port = port });
        Refused("port", "ports are 1 to 65535");
    }

    [Fact]
    public void A_flow_joins_two_components()
    {
        var api = _sketch.Component("api");
        _sketch.Flow(api, api);
        Refused("ends", "two different components");
    }

    [Fact]
    public void A_reference_names_something_that_exists()
    {
        _sketch.Put(_sketch.Component("api") with { Stores = [new(_sketch.NextId())] });
        Refused("stores", "does not exist");
    }

    [Theory]
    [InlineData(BoundaryKind.Pod, BoundaryKind.Pod)]
    [InlineData(BoundaryKind.Namespace, BoundaryKind.Namespace)]
    [InlineData(BoundaryKind.Cluster, BoundaryKind.Namespace)]
    [InlineData(BoundaryKind.Node, BoundaryKind.Pod)]
    public void Boundaries_nest_as_in_a_cluster(BoundaryKind inner, BoundaryKind outer)
    {
        _sketch.Boundary("inner", inner, _sketch.Boundary("outer", outer));
        Refused("tenancy", "cannot lie in");
    }

    [Fact]
    public void A_component_lies_in_a_zone_only_by_its_zone()
    {
        _sketch.Component("api", _sketch.Boundary("DMZ", BoundaryKind.Network));
        Refused("tenancy", "not in a network");
    }

    [Fact]
    public void Only_nodes_are_occupied()
    {
        _sketch.Component("api", nodes: _sketch.Boundary("shop"));
        Refused("nodes", "not a node");
    }

    [Fact]
    public void A_boundary_does_not_lie_in_itself_over_several_axes()
    {
        var zone = _sketch.Boundary("zone", BoundaryKind.Custom);
        var node = _sketch.Boundary("node", BoundaryKind.Node, zone: zone);
        _sketch.Put(zone with { Nodes = [node.Id] });
        Assert.Contains(Invariants.Check(_sketch.Content), v => v.Message.Contains("lie inside itself", StringComparison.Ordinal));
    }

    [Fact]
    public void Changing_the_kind_of_a_boundary_must_suit_its_members()
    {
        var space = _sketch.Boundary("shop");
        _sketch.Boundary("pod", BoundaryKind.Pod, space);
        _sketch.Put(space with { Kind = BoundaryKind.Network });
        Refused("tenancy", "A pod cannot lie in a network.");
    }

    [Fact]
    public void Two_threats_do_not_store_the_same_finding()
    {
        var api = _sketch.Component("api");
        var finding = new FindingKey("FLOW-001", [api.Id.Value], "");
        _sketch.Put(_sketch.Threat() with { CameFrom = ThreatSource.Rule, Finding = finding });
        _sketch.Put(_sketch.Threat() with { CameFrom = ThreatSource.Rule, Finding = finding });
        Assert.Equal(2, Invariants.Check(_sketch.Content).Count(v => v.Field == "finding"));
    }

    [Fact]
    public void An_element_stands_once_on_a_diagram_and_a_mitigation_is_linked_once_to_a_threat()
    {
        var diagram = _sketch.Put(new Diagram { Id = new(_sketch.NextId()), Name = "Main" });
        var api = EntityRef.To(_sketch.Component("api"));
        for (var i = 0; i < 2; i++) _sketch.Put(new Placement { Id = new(_sketch.NextId()), Diagram = diagram.Id, Element = api });
        Refused("element", "move it instead");
        var threat = _sketch.Threat();
        var mitigation = _sketch.Mitigation(threat);
        _sketch.Put(new MitigationLink { Id = new(_sketch.NextId()), Mitigation = mitigation.Id, Threat = threat.Id });
        Refused("threat", "already linked");
    }

    [Fact]
    public void A_treatment_but_mitigating_needs_a_reason()
    {
        _sketch.Put(_sketch.Threat() with { Treatment = new(TreatmentKind.Accept, " ") });
        Refused("treatment", "needs a reason");
    }

    [Fact]
    public void A_rating_goes_from_1_to_5()
    {
        _sketch.Put(_sketch.Threat() with { Assessment = new(0, 6, "") });
        Refused("assessment", "1 to 5");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a link")]
    public void A_ticket_is_a_web_address(string ticket)
    {
        _sketch.Put(_sketch.Mitigation(_sketch.Threat()) with { Ticket = ticket });
        Refused("ticket", "web address");
    }

    [Fact]
    public void A_place_on_the_diagram_is_a_number_within_reach()
    {
        var diagram = _sketch.Put(new Diagram { Id = new(_sketch.NextId()), Name = "Main" });
        _sketch.Put(new Placement { Id = new(_sketch.NextId()), Diagram = diagram.Id, Element = EntityRef.To(_sketch.Component("api")), At = new(double.NaN, 0) });
        Refused("at", "too far away");
    }

    [Fact]
    public void A_control_belongs_to_a_boundary_a_flow_or_a_component()
    {
        _sketch.Put(new Control { Id = new(_sketch.NextId()), Of = EntityRef.To(_sketch.Asset("orders")), Name = "Backup" });
        Refused("of", "a boundary, a flow or a component");
    }

    private void Refused(string field, string because) => Assert.Contains(
        Invariants.Check(_sketch.Content), violation => violation.Field == field && violation.Message.Contains(because, StringComparison.Ordinal));
}
