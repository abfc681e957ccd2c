using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Routing;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Workloads behind what proxies of the cluster hand on: Ingress, OpenShift Route, Gateway API, Istio.</summary>
internal static class RouteEntries
{
    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets)
    {
        var hosts = cluster.Ingresses.SelectMany(ingress => ingress.Routes).ToLookup(route => (route.At.Object.Key, route.At.Path), route => route.Host);
        return Of(cluster, targets, hosts);
    }

    private static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets, ILookup<(string Ingress, string Path), string> hosts) =>
        from route in OutsideRoutes.Of(cluster)
        from target in targets.Behind(route.Namespace, route.Service, route.Port)
        select new EntryPoint(
            target.Workload, KindOf(route.Via), route.IsInside, route.Via.Object.Key, target.Protocol, target.Port, HostOf(route, hosts),
            [route.At.Evidence, target.Of.At["port"].Evidence, .. route.Seen.Select(seen => seen.Evidence)]);

    private static EntryKind KindOf(Cursor via) => via.Object.Kind switch
    {
        "Ingress" => EntryKind.Ingress,
        "Route" => EntryKind.Route,
        "VirtualService" => EntryKind.IstioGateway,
        _ => EntryKind.Gateway,
    };

    private static string HostOf(OutsideRoute route, ILookup<(string Ingress, string Path), string> hosts) => route.Via.Object.Kind switch
    {
        "Ingress" => hosts[(route.Via.Object.Key, route.At.Path)].FirstOrDefault() ?? "",
        "Route" => route.Via["spec"]["host"].Text ?? "",
        "VirtualService" => FirstOf(route.Via["spec"]["hosts"]),
        _ => FirstOf(route.Via["spec"]["hostnames"]),
    };

    private static string FirstOf(Cursor hosts) => hosts.Items.Select(host => host.Text).FirstOrDefault(host => host is not (null or "*")) ?? "";
}
