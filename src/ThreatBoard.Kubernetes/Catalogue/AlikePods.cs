using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Workloads whose pods no policy tells apart, side by side, so that rules ask once for all of them.</summary>
internal sealed class AlikePods
{
    private AlikePods(Cluster cluster) =>
        All = [.. cluster.Workloads.GroupBy(cluster.Reach.ClassOf).Select(alike => alike.ToImmutableArray())];

    public ImmutableArray<ImmutableArray<Workload>> All { get; }

    public static AlikePods In(Cluster cluster) => cluster.Once(world => new AlikePods(world));

    /// <summary>Answers a question that has one answer for pods that are alike.</summary>
    public IEnumerable<(Workload Workload, T Answer)> Ask<T>(Func<Workload, T> question) =>
        from alike in All
        let answer = question(alike[0])
        from workload in alike
        select (workload, answer);
}
