using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class AttackGraphTests
{
    private const string Web = "shop/web";

    [Fact]
    public void The_internet_reaches_a_store_over_what_is_exposed_and_allowed()
    {
        var graph = Town.Graph(Town.Pod("web"), Town.Service("web", type: "LoadBalancer"), Town.Pod("db", port: 3306, image: "mysql"));

        Assert.Equal("the internet → container c of shop/web → container c of shop/db", graph.Way("internet", "shop/db/c"));
        var step = graph.Path(graph.Internet, graph.Node("shop/db/c"))!.Steps[1];
        Assert.Equal((EdgeCodes.Network, true), (step.Code, step.IsOverNetwork));
        Assert.StartsWith("may connect to it on TCP 3306: ", step.Because, StringComparison.Ordinal);
        Assert.Contains(step.Evidence, seen => seen.Path.EndsWith("containerPort", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_step_of_a_path_is_explained()
    {
        var graph = Town.Graph(
            Town.Pod("web", "serviceAccountName: web"), Town.Service("web", type: "LoadBalancer"), Rbac.Bind("cluster-admin", Rbac.Account("shop", "web")));

        var path = graph.Path(graph.Internet, graph.ApiServer)!;

        Assert.Equal("the internet → container c of shop/web → service account shop/web → control of the API server", path.ToString());
        Assert.Equal([EdgeCodes.Exposed, EdgeCodes.Token, "everything"], path.Steps.Select(step => step.Code));
        Assert.All(path.Steps, step => Assert.True(step.Because.Length > 0 && step.Evidence.Count > 0));
        Assert.Contains("ClusterRoleBinding cluster-admin-all gives ClusterRole cluster-admin to shop/web", path.Steps[2].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_admits_one_leaves_the_way_through_that_one()
    {
        var graph = Town.Graph(Town.Pod("web"), Town.Pod("api"), Town.Pod("db", image: "mysql"), Town.OnlyFrom("db", "api"));

        Assert.Equal("container c of shop/web → container c of shop/api → container c of shop/db", graph.Way("shop/web/c", "shop/db/c"));
        Assert.StartsWith("may connect to it on TCP 8080: ", graph.Path(graph.Node("shop/api/c"), graph.Node("shop/db/c"))!.Steps[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_listens_or_a_policy_denies_there_is_no_way()
    {
        var graph = Town.Graph(Town.Pod("web"), Town.Pod("job", port: 0), Town.Pod("db"), Town.OnlyFrom("db", ""));

        Assert.Equal(("no way", "no way"), (graph.Way("shop/web/c", "shop/job/c"), graph.Way("shop/web/c", "shop/db/c")));
    }

    [Fact]
    public void A_pod_on_a_node_that_is_taken_over_is_taken_over_and_others_are_not()
    {
        var graph = Town.Graph(
            Town.Pod("bad", "nodeName: n1", "securityContext: {privileged: true}", port: 0), Town.Pod("near", "nodeName: n1", port: 0), Town.Pod("far", "nodeName: n2", port: 0),
            Town.Pod("agent", port: 0, kind: "DaemonSet"), Town.Pod("loose", port: 0));

        Assert.Equal("container c of shop/bad → node n1 → container c of shop/near", graph.Way("shop/bad/c", "shop/near/c"));
        Assert.Equal("container c of shop/bad → node n1 → container c of shop/agent", graph.Way("shop/bad/c", "shop/agent/c"));
        Assert.Equal(("no way", "no way"), (graph.Way("shop/bad/c", "shop/far/c"), graph.Way("shop/bad/c", "shop/loose/c")));
    }

    [Fact]
    public void Who_gets_out_of_a_pod_without_a_known_node_takes_the_daemons_there_and_no_other_pods()
    {
        var graph = Town.Graph(Town.Pod("bad", "hostPID: true", port: 0), Town.Pod("agent", port: 0, kind: "DaemonSet"), Town.Pod("loose", port: 0));

        Assert.Equal("host-processes on-node", graph.Codes("shop/bad/c", "shop/agent/c"));
        Assert.Equal("no way", graph.Way("shop/bad/c", "shop/loose/c"));
    }

    [Fact]
    public void A_daemon_runs_only_where_its_selector_and_tolerations_let_it()
    {
        const string nodes = "{apiVersion: v1, kind: Node, metadata: {name: cp, labels: {node-role.kubernetes.io/control-plane: ''}}, spec: {taints: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]}}\n---\n"
            + "{apiVersion: v1, kind: Node, metadata: {name: w1}}\n---\n";
        var escaping = "securityContext: {privileged: true}";

        Assert.Equal("no way", Town.Graph(nodes, Town.Pod("plain", "", escaping, 0, kind: "DaemonSet")).Way("shop/plain/c", "api-server"));
        Assert.Equal("no way", Town.Graph(nodes, Town.Pod("picky", "tolerations: [{operator: Exists}], nodeSelector: {disk: ssd}", escaping, 0, kind: "DaemonSet")).Way("shop/picky/c", "api-server"));
        Assert.Equal("container c of shop/everywhere → node cp → control of the API server",
            Town.Graph(nodes, Town.Pod("everywhere", "tolerations: [{operator: Exists}]", escaping, 0, kind: "DaemonSet")).Way("shop/everywhere/c", "api-server"));
    }

    [Fact]
    public void Mounted_secrets_and_volumes_are_held_and_a_secret_with_a_token_is_its_account()
    {
        var graph = Town.Graph(
            Town.Pod("web", "volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]", "env: [{name: P, valueFrom: {secretKeyRef: {name: robot, key: token}}}], volumeMounts: [{name: d, mountPath: /d}]"),
            Town.Secret("robot", more: ", annotations: {kubernetes.io/service-account.name: robot}}, type: kubernetes.io/service-account-token, x: {a: b"));

        Assert.Equal("container c of shop/web → volume shop/data", graph.Way("shop/web/c", "PersistentVolumeClaim/shop/data"));
        Assert.Equal("mounted-secret token-secret", graph.Codes("shop/web/c", "ServiceAccount/shop/robot"));
    }

    [Fact]
    public void A_pod_without_a_token_is_not_its_account() =>
        Assert.Equal("no way", Town.Graph(Town.Pod("web", "automountServiceAccountToken: false, serviceAccountName: web"), Rbac.Bind("cluster-admin", Rbac.Account("shop", "web"))).Way("shop/web/c", "api-server"));

    [Fact]
    public void Who_can_reach_an_asset_is_told_with_the_same_paths()
    {
        var graph = Town.Graph(Town.Pod("web"), Town.Service("web", type: "NodePort"), Town.Pod("db", image: "postgres"), Town.OnlyFrom("db", "web"), Town.Pod("other"), Town.OnlyFrom("web", ""));

        var approaches = graph.To(graph.Node("shop/db/c"));

        Assert.Equal(["container c of shop/web"], approaches.From.Where(gain => gain.Node.Kind == NodeKind.Container).Select(gain => gain.Node.Name));
        Assert.True(approaches.IsReachedFrom(graph.Node(Web)));
        Assert.Equal(graph.Way("shop/web/c", "shop/db/c"), approaches.PathFrom(graph.Node("shop/web/c"))!.ToString());
        Assert.Null(approaches.PathFrom(graph.Node("shop/other/c")));
    }

    [Fact]
    public void Names_are_found_as_people_write_them()
    {
        var graph = Town.Graph(Town.Pod("web", "serviceAccountName: robot"), Town.Pod("web", @namespace: "other"));

        Assert.Equal(2, graph.Named("web").Count);
        Assert.Equal(NodeKind.Pod, graph.Node(Web).Kind);
        Assert.Equal(NodeKind.Account, graph.Node("shop/robot").Kind);
        Assert.Equal((graph.ApiServer, graph.Internet), (graph.Node("cluster-admin"), graph.Node("Internet")));
        Assert.Empty(graph.Named("nobody"));
    }

    [Fact]
    public void The_same_manifests_give_the_same_graph_and_paths()
    {
        string[] parts = [Town.Pod("a"), Town.Pod("b"), Town.Pod("c"), Town.Service("a", type: "LoadBalancer"), Rbac.Bind("cluster-admin", Rbac.Account("shop", "default"))];
        var (one, other) = (Town.Graph(parts), Town.Graph([.. parts.Reverse()]));

        Assert.Equal(one.Nodes.Select(n => n.Key), other.Nodes.Select(n => n.Key));
        Assert.Equal(one.Way("internet", "api-server"), other.Way("internet", "api-server"));
    }
}
