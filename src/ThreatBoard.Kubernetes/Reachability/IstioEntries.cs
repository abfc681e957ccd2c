using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Workloads behind a VirtualService that an Istio Gateway serves.</summary>
internal static class IstioEntries
{
    private static readonly string[] s_routes = ["http", "tls", "tcp"];

    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets) =>
        from service in cluster.All("VirtualService")
        let gateway = service["spec"]["gateways"].Items.Where(g => g.Text is not (null or "mesh")).Select(g => (Cursor?)g).FirstOrDefault()
        where gateway is not null
        from destination in s_routes.SelectMany(kind => service["spec"][kind].Items).SelectMany(rule => rule["route"].Items).Select(route => route["destination"])
        let place = Place(destination["host"].Text ?? "", service.Object.Namespace)
        from target in targets.Behind(place.Namespace, place.Name, destination["port"]["number"].Text)
        select new EntryPoint(
            target.Workload, EntryKind.IstioGateway, IsInternal: false, service.Object.Key, target.Protocol, target.Port,
            service["spec"]["hosts"].Texts().FirstOrDefault(host => host != "*") ?? "", [gateway.Value.Evidence, destination["host"].Evidence, target.Of.At["port"].Evidence]);

    /// <summary>A short name is one of the own namespace; a longer one starts <c>name.namespace</c>.</summary>
    private static (string Namespace, string Name) Place(string host, string own) =>
        host.Split('.') is [var name, var @namespace, ..] ? (@namespace, name) : (own, host);
}
