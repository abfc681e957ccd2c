namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>How providers mark a load balancer or a controller that stays inside their network.</summary>
internal static class InternalEntry
{
    public static bool IsMarked(IEnumerable<KeyValuePair<string, string>> annotations) => annotations.Any(a =>
        (a.Key.Contains("internal", StringComparison.OrdinalIgnoreCase) && a.Value is not "false")
        || (a.Key.EndsWith("load-balancer-type", StringComparison.Ordinal) && a.Value.Equals("internal", StringComparison.OrdinalIgnoreCase))
        || (a.Key.EndsWith("load-balancer-scheme", StringComparison.Ordinal) && a.Value == "internal")
        || (a.Key == "alb.ingress.kubernetes.io/scheme" && a.Value == "internal"));

    /// <summary>A class whose name says so: <c>gce-internal</c>, <c>nginx-internal</c>.</summary>
    public static bool IsNamed(string? className) => className?.Contains("internal", StringComparison.OrdinalIgnoreCase) == true;
}
