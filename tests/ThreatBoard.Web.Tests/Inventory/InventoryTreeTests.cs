using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Inventory;

namespace ThreatBoard.Web.Tests.Inventory;

public sealed class InventoryTreeTests
{
    private static readonly Boundary s_cluster = Around("prod", BoundaryKind.Cluster);
    private static readonly Boundary s_node = Around("node-1", BoundaryKind.Node) with { Tenancy = s_cluster.Id };
    private static readonly Boundary s_namespace = Around("shop", BoundaryKind.Namespace) with { Tenancy = s_cluster.Id };
    private static readonly Boundary s_pod = Around("web", BoundaryKind.Pod) with { Tenancy = s_namespace.Id, Nodes = [s_node.Id] };
    private static readonly Component s_nginx = new() { Id = Id<Component>.New(TimeProvider.System), Name = "nginx", Tenancy = s_pod.Id, IsContainer = true };
    private static readonly Component s_internet = new() { Id = Id<Component>.New(TimeProvider.System), Name = "Internet", Kind = ComponentKind.ExternalEntity };
    private static readonly ModelContent s_model = ModelContent.Empty.With([s_cluster, s_node, s_namespace, s_pod]).With([s_nginx, s_internet]);

    [Fact]
    public void By_tenancy_a_pod_lies_in_its_namespace_and_that_in_its_cluster() =>
        Assert.Equal("prod(node-1 shop(web(nginx))) Internet", Drawn(s_model, Grouping.Tenancy));

    [Fact]
    public void By_compute_a_pod_lies_on_its_node() =>
        Assert.Equal("prod(node-1(web(nginx)) shop) Internet", Drawn(s_model, Grouping.Compute));

    [Fact]
    public void A_workload_on_two_nodes_lies_wholly_in_neither()
    {
        var second = Around("node-2", BoundaryKind.Node) with { Tenancy = s_cluster.Id };
        var model = s_model.With(second).With(s_pod with { Nodes = [s_node.Id, second.Id] });

        Assert.Equal("prod(node-1 node-2 shop(web(nginx))) Internet", Drawn(model, Grouping.Compute));
    }

    [Fact]
    public void A_boundary_counts_its_components_at_any_depth() =>
        Assert.Equal(1, InventoryTree.Of(new ModelGraph(s_model), Grouping.Tenancy)[0].ComponentCount);

    private static string Drawn(ModelContent model, Grouping grouping) =>
        string.Join(' ', InventoryTree.Of(new ModelGraph(model), grouping).Select(Drawn));

    private static string Drawn(InventoryNode node) =>
        node.Children.IsEmpty ? node.Title : $"{node.Title}({string.Join(' ', node.Children.Select(Drawn))})";

    private static Boundary Around(string name, BoundaryKind kind) => new() { Id = Id<Boundary>.New(TimeProvider.System), Name = name, Kind = kind };
}
