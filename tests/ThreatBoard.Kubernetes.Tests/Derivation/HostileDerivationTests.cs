using System.Text;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

public sealed class HostileDerivationTests
{
    [Fact]
    public void Services_that_each_select_every_pod_do_not_multiply_without_end()
    {
        var model = TestModel.Of(Pods(400, "") + Services(400, "type: LoadBalancer, "));

        Assert.InRange(model.Graph.Flows.Count, 1, 10_000);
        Assert.Contains(model.Content.All<Boundary>(), b => b.Kind == BoundaryKind.Cluster && b.Description.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Pods_that_each_name_every_Service_do_not_multiply_without_end()
    {
        var map = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: all, namespace: shop}\ndata:\n  urls: |\n");
        for (var i = 0; i < 300; i++) map.Append($"    http://s{i}\n");

        var model = TestModel.Of(Pods(300, ", envFrom: [{configMapRef: {name: all}}]") + Services(300, "") + map);

        Assert.InRange(model.Graph.Flows.Count, 1, 20_000);
        Assert.Contains(model.Content.All<Boundary>(), b => b.Kind == BoundaryKind.Cluster && b.Description.Length > 0);
    }

    private static string Pods(int count, string container) => Documents(count, i =>
        $"{{apiVersion: v1, kind: Pod, metadata: {{name: p{i}, namespace: shop, labels: {{app: a}}}}, spec: {{containers: [{{name: c{container}}}]}}}}");

    private static string Services(int count, string spec) => Documents(count, i =>
        $"{{apiVersion: v1, kind: Service, metadata: {{name: s{i}, namespace: shop}}, spec: {{{spec}selector: {{app: a}}, ports: [{{port: 80}}]}}}}");

    private static string Documents(int count, Func<int, string> document) =>
        string.Concat(Enumerable.Range(0, count).Select(i => document(i) + "\n---\n"));
}
