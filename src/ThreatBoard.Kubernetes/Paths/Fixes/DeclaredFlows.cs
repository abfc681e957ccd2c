using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>All flows into each workload that manifests tell of.</summary>
internal sealed class DeclaredFlows
{
    private readonly ILookup<Workload, DeclaredFlow> _into;
    private readonly ILookup<Workload, EntryPoint> _entries;

    public DeclaredFlows(Cluster cluster)
    {
        var drafts = new FlowDrafts(cluster);
        new MentionedFlows(cluster, drafts).Run();
        new PolicyFlows(cluster, drafts).Run();
        _into = drafts.Pairs.ToLookup(flow => flow.To.Workload, flow => new DeclaredFlow(flow.From.Workload, ProtocolOf(flow.To, flow.Port), flow.Port));
        _entries = cluster.EntryPoints.ToLookup(entry => entry.Workload);
    }

    /// <summary>Flows into any of the workloads; null where one comes by a proxy that was not read, which no selector can name.</summary>
    public ImmutableArray<DeclaredFlow>? Into(IReadOnlyCollection<Workload> workloads)
    {
        var entries = workloads.SelectMany(w => _entries[w]).ToList();
        if (entries.Exists(entry => entry.IsProxied)) return null;
        return [.. workloads.SelectMany(w => _into[w]).Concat(entries.Select(entry => new DeclaredFlow(null, entry.Protocol, entry.Port))).Distinct()
            .OrderBy(flow => flow.From?.Key ?? "", StringComparer.Ordinal).ThenBy(flow => flow.Port)];
    }

    private static Protocol ProtocolOf(Container to, int? port) =>
        to.At["ports"].Items.Where(p => p["containerPort"].Number == port).Select(p => Protocols.Parse(p["protocol"].Text ?? "TCP")).FirstOrDefault() ?? Protocol.Tcp;
}
