using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A flow of the model into a workload that was read.</summary>
/// <param name="From">Null: from outside the cluster, or from what no workload stands for.</param>
internal sealed record DeclaredFlow(Flow Flow, Workload? From, Workload To)
{
    public Protocol Protocol =>
        Flow.Protocol.Contains("UDP", StringComparison.OrdinalIgnoreCase) ? Protocol.Udp
        : Flow.Protocol.Contains("SCTP", StringComparison.OrdinalIgnoreCase) ? Protocol.Sctp
        : Protocol.Tcp;

    /// <summary>What a verdict says about it; about any traffic where it names no port.</summary>
    public Reachable In(Reachability.Verdict verdict) => Flow.Port is { } port ? verdict.Of(Protocol, port) : verdict.State;
}

/// <summary>The flows that the model says there are, drawn or derived, between workloads that were read.</summary>
internal sealed class DeclaredFlows
{
    private readonly HashSet<(Workload From, Workload To)> _joined;

    private DeclaredFlows(Cluster cluster)
    {
        var workloads = new Dictionary<string, Workload>(StringComparer.Ordinal);
        foreach (var workload in cluster.Workloads)
            foreach (var key in workload.Containers.Select(container => container.Key).Prepend(workload.Key)) workloads.TryAdd(DerivedKey.Of(key), workload);
        All =
        [
            .. from flow in cluster.Subjects.Flows
               let to = Find(flow.Ends.To)
               where to is not null
               select new DeclaredFlow(flow, Find(flow.Ends.From), to),
        ];
        _joined = [.. All.Where(flow => flow.From is not null).Select(flow => (flow.From!, flow.To))];

        Workload? Find(Id<Component> component) => cluster.Subjects.KeyOf(component) is { } key ? workloads.GetValueOrDefault(key) : null;
    }

    public ImmutableArray<DeclaredFlow> All { get; }

    public static DeclaredFlows In(Cluster cluster) => cluster.Once(world => new DeclaredFlows(world));

    public bool Join(Workload from, Workload to) => _joined.Contains((from, to));
}
