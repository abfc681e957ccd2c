using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Where the API server answers: as its endpoints say, else anywhere in private networks.</summary>
internal sealed class ApiEndpoint
{
    private static readonly int[] s_ports = [443, 6443];
    private readonly AddressSet _addresses;

    private ApiEndpoint(AddressSet addresses) => _addresses = addresses;

    public static ApiEndpoint Of(Cluster cluster)
    {
        var named = cluster.Find("Endpoints/default/kubernetes") is { } endpoints ? endpoints["subsets"].Items.SelectMany(subset => subset["addresses"].Items).Select(at => at["ip"].Text)
            : cluster.Find("discovery.k8s.io/EndpointSlice/default/kubernetes") is { } slice ? slice["endpoints"].Items.SelectMany(endpoint => endpoint["addresses"].Texts())
            : [];
        return new(AddressSet.Of([.. named.Select(AddressRange.ParseAddress).OfType<AddressRange>()]));
    }

    /// <summary>Where its address is not known, only what reaches every private IPv4 address surely reaches it.</summary>
    public bool IsReachedBy(Workload workload, Reach reach) => _addresses.IsEmpty
        ? reach.Outside(workload, Direction.Egress).Where(range => range.Range.IsIPv4 && !AddressSet.Private.Intersect(AddressSet.Of(range.Range)).IsEmpty).All(range => IsOpen(range.Verdict))
        : IsOpen(reach.To(_addresses, workload));

    private static bool IsOpen(Verdict verdict) => Array.Exists(s_ports, port => verdict.Of(Protocol.Tcp, port) == Reachable.Allowed);
}
