using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Workloads behind routes of the Gateway API that a Gateway takes.</summary>
internal static class GatewayEntries
{
    private static readonly string[] s_kinds = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];

    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets) =>
        from route in s_kinds.SelectMany(cluster.All)
        from parent in route["spec"]["parentRefs"].Items
        where parent["kind"].Text is null or "Gateway" && IsTaken(cluster, route, parent)
        from backend in route["spec"]["rules"].Items.SelectMany(rule => rule["backendRefs"].Items)
        where backend["kind"].Text is null or "Service"
        let @namespace = backend["namespace"].Text ?? route.Object.Namespace
        where @namespace == route.Object.Namespace || IsGranted(cluster, route, @namespace, backend["name"].Text)
        from target in targets.Behind(@namespace, backend["name"].Text ?? "", backend["port"].Text)
        select new EntryPoint(
            target.Workload, EntryKind.Gateway, IsInternal(cluster, route, parent), route.Object.Key, target.Protocol, target.Port,
            route["spec"]["hostnames"].Items.Select(host => host.Text).FirstOrDefault() ?? "", [parent["name"].Evidence, backend["name"].Evidence, target.Of.At["port"].Evidence]);

    private static Cursor? GatewayOf(Cluster cluster, Cursor route, Cursor parent) =>
        cluster.AllIn(parent["namespace"].Text ?? route.Object.Namespace, "Gateway").Where(g => g.Object.Name == parent["name"].Text).Select(g => (Cursor?)g).FirstOrDefault();

    /// <summary>A listener takes routes of its own namespace unless it says more; a Gateway that was not read may take any.</summary>
    private static bool IsTaken(Cluster cluster, Cursor route, Cursor parent)
    {
        if (GatewayOf(cluster, route, parent) is not { } gateway || gateway.Object.Namespace == route.Object.Namespace) return true;
        return gateway["spec"]["listeners"].Items
            .Where(listener => parent["sectionName"].Text is null || listener["name"].Text == parent["sectionName"].Text)
            .Any(listener => listener["allowedRoutes"]["namespaces"]["from"].Text is "All" or "Selector");
    }

    private static bool IsGranted(Cluster cluster, Cursor route, string @namespace, string? service) =>
        cluster.AllIn(@namespace, "ReferenceGrant").Any(grant =>
            grant["spec"]["from"].Items.Any(from => from["kind"].Text == route.Object.Kind && from["namespace"].Text == route.Object.Namespace)
            && grant["spec"]["to"].Items.Any(to => to["kind"].Text == "Service" && (to["name"].Text is null || to["name"].Text == service)));

    private static bool IsInternal(Cluster cluster, Cursor route, Cursor parent) =>
        GatewayOf(cluster, route, parent) is { } gateway
        && (gateway["spec"]["gatewayClassName"].Text?.Contains("internal", StringComparison.OrdinalIgnoreCase) == true
            || gateway.Object.Annotations.Any(a => a.Key.Contains("internal", StringComparison.OrdinalIgnoreCase) && a.Value != "false"));
}
