using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Services that the outside can call themselves: load balancers, ports of nodes, external addresses.</summary>
internal static class ServiceEntries
{
    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets) =>
        from service in cluster.Services
        from opening in Openings(service)
        from target in targets.Behind(service)
        select new EntryPoint(
            target.Workload, opening.Kind, opening.Kind == EntryKind.LoadBalancer && service.IsInternal, service.Object.Key, target.Protocol, target.Port, "",
            [opening.Evidence, target.Of.At["port"].Evidence]);

    private static IEnumerable<(EntryKind Kind, Evidence Evidence)> Openings(Service service)
    {
        if (service.Type == "LoadBalancer") yield return (EntryKind.LoadBalancer, service.Spec["type"].Evidence);
        else if (service.Type == "NodePort") yield return (EntryKind.NodePort, service.Spec["type"].Evidence);
        if (service.Spec["externalIPs"].Items.Any()) yield return (EntryKind.ExternalIp, service.Spec["externalIPs"].Evidence);
    }
}
