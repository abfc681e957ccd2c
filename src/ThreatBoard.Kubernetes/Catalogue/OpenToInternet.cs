using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The workloads that the internet reaches: something opens them, and policies let it through.</summary>
/// <remarks>The pods of an ingress controller are seldom among what was read: a policy that may let it in is taken to do so, since somebody made it the way in.</remarks>
internal sealed class OpenToInternet
{
    private readonly Dictionary<Workload, EntryPoint> _entries = [];

    public OpenToInternet(Cluster cluster)
    {
        foreach (var entry in cluster.EntryPoints)
            if (!entry.IsInternal && !_entries.ContainsKey(entry.Workload) && LetsIn(cluster.Reach.Through(entry), entry)) _entries[entry.Workload] = entry;
    }

    /// <summary>The first way in; null where there is none, or where it cannot be told.</summary>
    public EntryPoint? Entry(Workload workload) => _entries.GetValueOrDefault(workload);

    private static bool LetsIn(Reachable through, EntryPoint entry) => through == Reachable.Allowed || (through == Reachable.CannotTell && entry.IsProxied);
}
