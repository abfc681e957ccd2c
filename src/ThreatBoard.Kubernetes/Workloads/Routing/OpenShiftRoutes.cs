using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>The ways in that Routes of OpenShift open.</summary>
internal static class OpenShiftRoutes
{
    public static IEnumerable<OutsideRoute> Of(Cluster cluster) =>
        from route in cluster.All("Route")
        let spec = route["spec"]
        from backend in spec["alternateBackends"].Items.Prepend(spec["to"])
        where backend["kind"].Text is null or "Service" && backend["name"].Text is { Length: > 0 } && backend["weight"].Number != 0
        select new OutsideRoute(
            route, backend["name"], route.Object.Namespace, backend["name"].Text!, spec["port"]["targetPort"].Text, "",
            TransportOf(spec["tls"]), IsInside: false, [spec["tls"]["termination"], spec["tls"]["insecureEdgeTerminationPolicy"]]);

    private static Transport TransportOf(Cursor tls) => (tls["termination"].Text?.ToLowerInvariant(), tls["insecureEdgeTerminationPolicy"].Text) switch
    {
        (null, _) or (_, "Allow") => OutsideRoutes.Clear,
        ("passthrough", _) => OutsideRoutes.Ending(TlsEnd.Receiver),
        _ => OutsideRoutes.Ending(TlsEnd.Ingress),
    };
}
