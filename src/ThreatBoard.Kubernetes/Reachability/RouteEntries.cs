using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Workloads behind an OpenShift Route.</summary>
internal static class RouteEntries
{
    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets) =>
        from route in cluster.All("Route")
        let spec = route["spec"]
        from to in spec["alternateBackends"].Items.Prepend(spec["to"])
        where to["kind"].Text is null or "Service"
        from target in Behind(targets, cluster.Service(route.Object.Namespace, to["name"].Text ?? ""), spec["port"]["targetPort"].Text)
        select new EntryPoint(
            target.Workload, EntryKind.Route, IsInternal: false, route.Object.Key, target.Protocol, target.Port, spec["host"].Text ?? "",
            [to["name"].Evidence, target.Of.At["port"].Evidence]);

    /// <summary>A Route names the port as the Service targets it, by number or name; or as the Service names it.</summary>
    private static IEnumerable<ServiceTarget> Behind(ServiceTargets targets, Service? service, string? port)
    {
        if (service is null) return [];
        if (port is null) return targets.Behind(service);
        var named = service.Ports.FirstOrDefault(p => p.Target == port) ?? service.Port(port);
        return named is null ? [] : targets.Behind(service, named);
    }
}
