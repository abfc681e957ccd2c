using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Analysis;

public sealed class ContainmentTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_component_lies_in_its_pod_and_in_all_that_the_pod_lies_in()
    {
        var cluster = _sketch.Boundary("cluster", BoundaryKind.Cluster);
        var space = _sketch.Boundary("shop", tenancy: cluster);
        var pod = _sketch.Boundary("pod", BoundaryKind.Pod, space);
        var api = _sketch.Component("api", pod);
        Assert.All([cluster, space, pod], boundary => Assert.Equal(Lies.Inside, Where(api, boundary)));
    }

    [Fact]
    public void On_one_of_two_nodes_it_lies_partly_and_on_the_only_one_wholly()
    {
        var (one, other) = (_sketch.Boundary("node-1", BoundaryKind.Node), _sketch.Boundary("node-2", BoundaryKind.Node));
        var replicated = _sketch.Component("replicated", nodes: [one, other]);
        var pinned = _sketch.Component("pinned", nodes: one);
        Assert.Equal(Lies.Partly, Where(replicated, one));
        Assert.Equal(Lies.Inside, Where(pinned, one));
        Assert.Equal(Lies.Outside, Where(pinned, other));
    }

    [Fact]
    public void On_any_of_the_nodes_of_one_cluster_it_lies_wholly_in_the_cluster()
    {
        var cluster = _sketch.Boundary("cluster", BoundaryKind.Cluster);
        var nodes = new[] { _sketch.Boundary("node-1", BoundaryKind.Node, cluster), _sketch.Boundary("node-2", BoundaryKind.Node, cluster) };
        Assert.Equal(Lies.Inside, Where(_sketch.Component("agent", nodes: nodes), cluster));
    }

    [Fact]
    public void Its_pods_nodes_are_its_own()
    {
        var (one, other) = (_sketch.Boundary("node-1", BoundaryKind.Node), _sketch.Boundary("node-2", BoundaryKind.Node));
        var api = _sketch.Component("api", _sketch.Boundary("pod", BoundaryKind.Pod, nodes: [one, other]));
        Assert.Equal(Lies.Partly, Where(api, other));
    }

    [Fact]
    public void A_flow_between_two_workloads_on_the_same_two_nodes_crosses_both_nodes()
    {
        var (one, other) = (_sketch.Boundary("node-1", BoundaryKind.Node), _sketch.Boundary("node-2", BoundaryKind.Node));
        var flow = _sketch.Flow(_sketch.Component("web", nodes: [one, other]), _sketch.Component("api", nodes: [one, other]));
        Assert.Equal(["node-1", "node-2"], _sketch.Graph.Crossings(flow).Boundaries.Select(b => b.Name));
    }

    [Fact]
    public void A_flow_between_two_workloads_on_one_node_crosses_nothing()
    {
        var node = _sketch.Boundary("node-1", BoundaryKind.Node);
        var flow = _sketch.Flow(_sketch.Component("web", nodes: node), _sketch.Component("api", nodes: node));
        Assert.False(_sketch.Graph.Crossings(flow).Any);
    }

    [Fact]
    public void Crossed_boundaries_stand_from_the_outermost_inward()
    {
        var cluster = _sketch.Boundary("cluster", BoundaryKind.Cluster);
        var pod = _sketch.Boundary("pod", BoundaryKind.Pod, _sketch.Boundary("shop", tenancy: cluster));
        var flow = _sketch.Flow(_sketch.Outsider("user"), _sketch.Component("web", pod));
        var crossed = _sketch.Graph.Crossings(flow);
        Assert.Equal(["cluster", "shop", "pod"], crossed.Boundaries.Select(b => b.Name));
        Assert.Equal("cluster", crossed.Outermost.Name);
    }

    [Fact]
    public void A_flow_that_crosses_nothing_has_no_outermost_boundary() =>
        Assert.Throws<InvalidOperationException>(() => new Crossing([]).Outermost);

    private Lies Where(Component component, Boundary boundary) => _sketch.Graph.Containment.Of(component, boundary.Id);
}
