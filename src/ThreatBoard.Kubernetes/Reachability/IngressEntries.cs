using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Workloads behind the routes of an Ingress.</summary>
internal static class IngressEntries
{
    public static IEnumerable<EntryPoint> Of(Cluster cluster, ServiceTargets targets) =>
        from ingress in cluster.Ingresses
        from route in ingress.Routes
        from target in targets.Behind(ingress.Object.Namespace, route.Service, route.Port)
        select new EntryPoint(
            target.Workload, EntryKind.Ingress, IsInternal(ingress), ingress.Object.Key, target.Protocol, target.Port, route.Host,
            [route.At.Evidence, target.Of.At["port"].Evidence]);

    /// <summary>By the names of classes and the annotations that the providers know.</summary>
    private static bool IsInternal(Ingress ingress) =>
        Says(ingress.Spec["ingressClassName"].Text)
        || ingress.Object.Annotations.Any(a => (a.Key.EndsWith("ingress.class", StringComparison.Ordinal) || a.Key.EndsWith("/scheme", StringComparison.Ordinal)) && Says(a.Value));

    private static bool Says(string? text) => text?.Contains("internal", StringComparison.OrdinalIgnoreCase) == true;
}
