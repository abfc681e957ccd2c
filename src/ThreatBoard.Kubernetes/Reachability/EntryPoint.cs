using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What opens a workload to the outside.</summary>
public enum EntryKind { LoadBalancer, NodePort, ExternalIp, Ingress, Route, Gateway, IstioGateway, HostPort }

/// <summary>A way from outside the cluster to a workload; whether policies let it through is another question.</summary>
/// <param name="IsInternal">It leads from the provider's own network, and not from the internet.</param>
/// <param name="Via">Key of the object that opens it.</param>
/// <param name="Port">The port of the pod; null where its name is declared by none of its containers.</param>
/// <param name="Host">The host that the outside asks for; empty for any.</param>
/// <param name="Evidence">From the outside to the Service, hop by hop.</param>
public sealed record EntryPoint(
    Workload Workload, EntryKind Kind, bool IsInternal, string Via, Protocol Protocol, int? Port, string Host, ImmutableArray<Evidence> Evidence)
{
    private const int Most = 20_000;

    /// <summary>The traffic comes from a proxy in the cluster, and not from the address of who calls.</summary>
    public bool IsProxied => Kind is EntryKind.Ingress or EntryKind.Route or EntryKind.Gateway or EntryKind.IstioGateway;

    internal static ImmutableArray<EntryPoint> AllOf(Cluster cluster)
    {
        var targets = new ServiceTargets(cluster);
        return
        [
            .. ServiceEntries.Of(cluster, targets).Concat(RouteEntries.Of(cluster, targets)).Concat(HostPortEntries.Of(cluster)).Take(Most),
        ];
    }
}
