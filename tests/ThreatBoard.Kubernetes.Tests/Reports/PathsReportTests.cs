using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class PathsReportTests
{
    private const string Open = """
        apiVersion: v1
        kind: Pod
        metadata: {name: door, namespace: shop, labels: {app: door}}
        spec:
          nodeName: machine-1
          containers: [{name: c, ports: [{containerPort: 8080}], securityContext: {privileged: true}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: door, namespace: shop}
        spec: {type: LoadBalancer, selector: {app: door}, ports: [{port: 80, targetPort: 8080}]}
        """;

    private static AttackGraph Graph => Report.Model(Open).Cluster.Attack;

    private static AttackNode Node(AttackGraph graph, string name) => Assert.Single(graph.Named(name));

    private static string Text(PathsReport report)
    {
        var text = new StringWriter();
        PathsText.Write(report, text);
        return text.ToString();
    }

    [Fact]
    public void Each_step_says_why_it_is_possible_and_shows_what_was_seen()
    {
        var graph = Graph;
        var text = Text(PathsReport.From(graph, graph.Internet));

        Assert.Contains("of them worth protecting", text, StringComparison.Ordinal);
        Assert.Contains("  1. the internet", text, StringComparison.Ordinal);
        Assert.Contains("privileged: true", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_two_there_is_a_way_with_its_fixes_or_none()
    {
        var graph = Graph;
        var (internet, machine) = (graph.Internet, Node(graph, "machine-1"));

        var there = PathsReport.Between(graph, internet, machine, plans: true);
        var back = PathsReport.Between(graph, machine, internet, plans: true);

        Assert.NotEmpty(there.Plan!.Fixes);
        Assert.Contains(there.Plan.Fixes[0].Title, Text(there), StringComparison.Ordinal);
        Assert.StartsWith("No path leads from", Text(back), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_gets_to_an_asset_is_told_nearest_first()
    {
        var graph = Graph;
        var report = PathsReport.To(graph, Node(graph, "machine-1"));

        Assert.Contains(report.Paths, path => path.Start == graph.Internet);
        Assert.Equal(report.Paths.Select(path => path.Steps.Count).Order(), report.Paths.Select(path => path.Steps.Count));
    }

    [Fact]
    public void Json_names_the_ends_the_steps_and_the_patches()
    {
        var model = Report.Model(Open);
        var graph = model.Cluster.Attack;
        var json = Report.Parse(PathsJson.Write(PathsReport.Between(graph, graph.Internet, Node(graph, "machine-1"), plans: true), model.Reading));

        Assert.Equal(graph.Internet.Key, json.GetProperty("start").GetProperty("key").GetString());
        Assert.NotEqual("", json.GetProperty("paths")[0].GetProperty("steps")[0].GetProperty("because").GetString());
        Assert.NotEqual(0, json.GetProperty("plan").GetProperty("fixes").GetArrayLength());
    }
}
