using System.Diagnostics;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Kubernetes.Tests.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Pods of which no two are alike to the policies, so that nothing is worked out once for many.</summary>
public sealed class HostilePoliciesTests(ITestOutputHelper output)
{
    private const int Count = 1_000;

    /// <summary>Five times the ten seconds that the largest clusters may take.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(50);

    [Fact]
    public void A_policy_for_each_pod_costs_what_its_rules_name_and_not_all_pairs()
    {
        var cluster = Examined(i =>
            $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: n{i}, namespace: shop}}, spec: {{podSelector: {{matchLabels: {{app: p{i}}}}}, policyTypes: [Ingress, Egress], "
            + $"ingress: [{{from: [{{podSelector: {{matchLabels: {{app: p{After(i)}}}}}}}]}}], egress: [{{to: [{{podSelector: {{matchLabels: {{app: p{Before(i)}}}}}}}]}}]}}}}\n---\n");

        var graph = cluster.Attack;
        Assert.False(graph.IsCut);
        Assert.True(graph.EdgeCount < Count * 10, $"{graph.EdgeCount} edges");
        Assert.NotNull(graph.Path(graph.Nodes.Single(n => n.Name == "container c of shop/p7"), graph.Nodes.Single(n => n.Name == "container c of shop/p6")));
    }

    [Fact]
    public void An_admin_policy_for_each_pod_ends_and_says_what_it_left_out()
    {
        var cluster = Examined(i =>
            $"{{apiVersion: policy.networking.k8s.io/v1alpha1, kind: AdminNetworkPolicy, metadata: {{name: n{i}}}, spec: {{priority: {i % 1000}, subject: {{pods: {{namespaceSelector: {{}}, podSelector: {{matchLabels: {{app: p{i}}}}}}}}}, "
            + $"ingress: [{{action: Deny, from: [{{pods: {{namespaceSelector: {{}}, podSelector: {{matchLabels: {{app: p{After(i)}}}}}}}}}]}}]}}}}\n---\n");

        var graph = cluster.Attack;
        Assert.True(graph.IsCut);
        Assert.NotNull(graph.Path(graph.Nodes.Single(n => n.Name == "service account shop/ops"), graph.ApiServer));
        Assert.NotNull(graph.Path(graph.ApiServer, graph.Nodes.Single(n => n.Name == "container c of shop/p7")));
        var text = new StringWriter();
        PathsText.Write(PathsReport.To(graph, graph.ApiServer), text);
        Assert.Contains("some may be missing", $"{text}", StringComparison.Ordinal);
    }

    private Cluster Examined(Func<int, string> policy)
    {
        var pods = Enumerable.Range(0, Count).Select(i => $"{{apiVersion: v1, kind: Pod, metadata: {{name: p{i}, namespace: shop, labels: {{app: p{i}}}}}, spec: {{containers: [{{name: c, image: app, ports: [{{containerPort: 8080}}]}}]}}}}\n---\n");
        var yaml = string.Concat(pods.Concat(Enumerable.Range(0, Count).Select(policy))) + Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops"));
        var start = Stopwatch.GetTimestamp();
        var model = TestModel.Of(yaml);
        var derived = Stopwatch.GetElapsedTime(start);
        var edges = model.Cluster.Attack.EdgeCount;
        var drawn = Stopwatch.GetElapsedTime(start);
        var findings = model.AllFindings().Count;
        var taken = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{model.Reading.Objects.Length} objects in {derived.TotalMilliseconds:0} ms, {edges} edges by {drawn.TotalMilliseconds:0} ms, {findings} findings by {taken.TotalMilliseconds:0} ms");
        Assert.True(taken < s_deadline, $"It took {taken}.");
        return model.Cluster;
    }

    private static int After(int i) => (i + 1) % Count;

    private static int Before(int i) => (i + Count - 1) % Count;
}
