using System.Text.Json;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

[Trait("Conformance", "clusternetworkpolicy")]
public sealed class ClusterNetworkPolicyConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_probe_of_a_policy_that_stays_as_it_is_is_told_alike()
    {
        var folder = Corpus.At("netpol-conformance", "clusternetworkpolicy");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "expected.json")));
        var (agree, total, changing, wrong) = (0, 0, 0, new List<string>());
        foreach (var test in expected.RootElement.EnumerateArray())
        {
            var pokes = test.GetProperty("pokes").EnumerateArray().ToList();
            if (test.GetProperty("mutatesPolicyInTest").GetBoolean())
            {
                changing += pokes.Count;
                continue;
            }
            var cluster = Cluster.Of(CorpusFolder.Read(
                test.GetProperty("manifests").EnumerateArray().Select(m => m.GetString()!).Append("base/manifests.yaml").Select(m => Path.Combine(folder!, m))).Objects);
            foreach (var poke in pokes)
            {
                total++;
                var wanted = poke.GetProperty("allowed").GetBoolean() ? Reachable.Allowed : Reachable.Denied;
                if (Told(cluster, poke) == wanted) agree++;
                else wrong.Add($"{test.GetProperty("manifests")} {test.GetProperty("test")}: {poke} is told {Told(cluster, poke)}");
            }
        }

        output.WriteLine($"{agree}/{total} probes; {changing} more change their policy half-way");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Reachable Told(Cluster cluster, JsonElement poke)
    {
        var from = Find(cluster, poke.GetProperty("fromNs").GetString()!, poke.GetProperty("fromPod").GetString()!);
        var to = Find(cluster, poke.GetProperty("to")[0].GetString()!, poke.GetProperty("to")[1].GetString()!);
        return cluster.Reach.Between(from, to).Of(Enum.Parse<Protocol>(poke.GetProperty("protocol").GetString()!, ignoreCase: true), poke.GetProperty("port").GetInt32());
    }

    /// <summary>Pods of a StatefulSet carry its name and a number.</summary>
    private static Workload Find(Cluster cluster, string @namespace, string pod) => cluster.WorkloadsIn(@namespace).Single(w => pod.StartsWith($"{w.Name}-", StringComparison.Ordinal));
}
