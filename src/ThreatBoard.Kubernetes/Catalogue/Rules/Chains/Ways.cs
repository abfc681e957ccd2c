using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>What rules about paths ask of an attack graph, asked once for a cluster.</summary>
internal sealed class Ways
{
    /// <summary>Steps over the network that count as few.</summary>
    public const int Few = 3;

    private const int MostEvidence = 20;
    private readonly BlastRadius _fromInternet;
    private readonly Search _toApiServer;
    private readonly AttackGraph _graph;

    private Ways(AttackGraph graph)
    {
        _graph = graph;
        _fromInternet = new(graph, graph.Internet, OverNetwork);
        _toApiServer = Search.Run(graph, [graph.ApiServer.Index], isBackward: true, takes: edge => !edge.IsStep || !OverNetwork(edge));
    }

    public static Ways In(Cluster cluster) => cluster.Once(of => new Ways(of.Attack));

    /// <summary>The shortest way from the internet to some container of the pod, over the network alone; null: there is none that is short.</summary>
    public AttackPath? FromInternet(Workload workload) =>
        workload.Containers.Select(_graph.Of).Where(node => _fromInternet.StepsTo(node) <= Few).MinBy(node => _fromInternet.StepsTo(node)) is { } nearest ? _fromInternet.PathTo(nearest) : null;

    /// <summary>The shortest way from the pod to control of the API server that needs no other pod to be broken into; null: there is none.</summary>
    public AttackPath? ToApiServer(Workload workload)
    {
        var pod = _graph.Of(workload);
        var nearest = _graph.StartsOf(pod).MinBy(_toApiServer.StepsTo);
        return _toApiServer.Reaches(nearest) ? PathWords.Of(_graph, pod, _graph.ApiServer, _toApiServer.WayTo(nearest)) : null;
    }

    public static ValueList<Evidence> Evidence(params IEnumerable<AttackStep> steps) => [.. steps.SelectMany(step => step.Evidence).Distinct().Take(MostEvidence)];

    private static bool OverNetwork(AttackEdge edge) => !edge.IsStep || edge.Reason!.Code is EdgeCodes.Network or EdgeCodes.Exposed or EdgeCodes.HostNetwork;
}
