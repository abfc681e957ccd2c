using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing.Reachability;

namespace ThreatBoard.Benchmarks;

/// <summary>Who reaches whom in generated clusters of 50 namespaces: every pair of classes and the outside, beside the naive implementation for one port.</summary>
public static class ReachabilityBenchmark
{
    private const int Runs = 3;
    private const int MostNaive = 500;
    private static readonly int[] s_sizes = [250, 500, 1_000, 2_000, 10_000];

    public static Task RunAsync()
    {
        foreach (var pods in s_sizes) Measure($"reachability.{pods}", GeneratedCluster.Of(pods, 50, 500));
        Measure("reachability.2000-all-different", GeneratedCluster.Of(2_000, 50, 500, areAllDifferent: true));
        return Task.CompletedTask;
    }

    private static void Measure(string name, Cluster cluster)
    {
        using var peak = new HeapPeak();
        Figures.Print($"{name}.engine", Figures.MedianOf(Runs, () => WorkOut(cluster)), "ms");
        Figures.Print($"{name}.peak", peak.Megabytes, "MB");
        var (classes, allowed) = WorkOut(cluster);
        Figures.Print($"{name}.classes", classes, "classes");
        Figures.Print($"{name}.allowed", allowed, "pairs of classes");
        Naive(name, cluster);
    }

    private static (int Classes, int Allowed) WorkOut(Cluster cluster)
    {
        var reach = new Reach(cluster);
        var classes = cluster.Workloads.DistinctBy(reach.ClassOf).ToList();
        var allowed = 0;
        foreach (var from in classes)
        {
            foreach (var to in classes)
                if (reach.Between(from, to).State == Reachable.Allowed) allowed++;
            reach.Outside(from, Direction.Ingress);
            reach.Outside(from, Direction.Egress);
        }
        return (classes.Count, allowed);
    }

    /// <summary>Every pair of pods up to 500 pods; above, some of the sources stand for all.</summary>
    private static void Naive(string name, Cluster cluster)
    {
        var naive = new NaiveReach(cluster);
        var sources = cluster.Workloads.Length <= MostNaive ? cluster.Workloads.Length : Math.Max(1, MostNaive * MostNaive / cluster.Workloads.Length / 10);
        var milliseconds = Figures.Time(() =>
        {
            for (var i = 0; i < sources; i++)
                foreach (var to in cluster.Workloads) naive.Allows(cluster.Workloads[i * (cluster.Workloads.Length / sources)], to, Protocol.Tcp, 8080);
        });
        Figures.Print($"{name}.naive{(sources < cluster.Workloads.Length ? "-estimated" : "")}", milliseconds * cluster.Workloads.Length / sources, "ms");
    }
}
