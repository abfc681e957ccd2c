using System.Text.Json;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

[Trait("Conformance", "k8s-e2e")]
public sealed class EndToEndConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_point_of_the_truth_tables_of_Kubernetes_is_told_alike()
    {
        var folder = Corpus.At("netpol-conformance", "k8s-e2e");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var (agree, total, wrong) = (0, 0, new List<string>());
        var cases = Directory.EnumerateDirectories(folder!).Order(StringComparer.Ordinal).ToList();
        foreach (var point in cases.SelectMany(Points))
        {
            total++;
            if (point.Wanted == point.Told) agree++;
            else wrong.Add($"{point.Name}: {point.Told}");
        }

        output.WriteLine($"{agree}/{total} points of {cases.Count} cases");
        Assert.Empty(wrong);
        Assert.Equal((49, 4104), (cases.Count, total));
    }

    private static IEnumerable<(string Name, Reachable Wanted, Reachable Told)> Points(string folder)
    {
        var cluster = CorpusFolder.Cluster(folder);
        var reach = new Reach(cluster, new ReachSettings { BlocksMatchPods = true });
        var byName = cluster.Workloads.ToDictionary(w => $"{w.Namespace}/{w.Name}", StringComparer.Ordinal);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var order = expected.RootElement.GetProperty("order").EnumerateArray().Select(e => e.GetString()!).ToList();
        var points = new List<(string, Reachable, Reachable)>();
        foreach (var probe in expected.RootElement.GetProperty("probes").EnumerateArray())
        {
            var (port, protocol) = (probe.GetProperty("port").GetInt32(), Enum.Parse<Protocol>(probe.GetProperty("protocol").GetString()!, ignoreCase: true));
            foreach (var row in probe.GetProperty("matrix").EnumerateObject())
                for (var to = 0; to < order.Count; to++)
                {
                    if (row.Name == order[to]) continue;
                    var wanted = row.Value.GetString()![to] == '.' ? Reachable.Allowed : Reachable.Denied;
                    points.Add(($"{Path.GetFileName(folder)} {row.Name} → {order[to]} {protocol} {port}", wanted, reach.Between(byName[row.Name], byName[order[to]]).Of(protocol, port)));
                }
        }
        return points;
    }
}
