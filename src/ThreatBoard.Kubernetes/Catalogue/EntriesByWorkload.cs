using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The ways from outside to each workload.</summary>
internal sealed class EntriesByWorkload
{
    private readonly ILookup<Workload, EntryPoint> _entries;

    private EntriesByWorkload(Cluster cluster) => _entries = cluster.EntryPoints.ToLookup(entry => entry.Workload);

    public IEnumerable<EntryPoint> this[Workload workload] => _entries[workload];

    public static EntriesByWorkload In(Cluster cluster) => cluster.Once(world => new EntriesByWorkload(world));
}
