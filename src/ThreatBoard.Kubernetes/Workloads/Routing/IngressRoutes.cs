using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>The ways in that Ingresses open, with the class that says which controller carries them.</summary>
internal static class IngressRoutes
{
    public static IEnumerable<OutsideRoute> Of(Cluster cluster) =>
        from ingress in cluster.Ingresses
        from route in ingress.Routes
        select new OutsideRoute(
            ingress.Root, route.At, ingress.Object.Namespace, route.Service, route.Port, "",
            route.IsEncrypted ? OutsideRoutes.Ending(TlsEnd.Ingress) : OutsideRoutes.Clear,
            InternalEntry.IsMarked(ingress.Object.Annotations) || InternalEntry.IsNamed(ingress.Class.Text), [ingress.Spec["tls"], ingress.Class]);
}
