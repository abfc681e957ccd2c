using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Recognises the parts of the control plane in a dump of a cluster: static pods, and the nodes they run on.</summary>
internal static class ClusterControl
{
    private static readonly string[] s_parts = ["kube-apiserver", "etcd", "kube-controller-manager"];
    private static readonly string[] s_roles = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"];

    /// <summary>Whether whoever controls its pods controls the cluster.</summary>
    public static bool Holds(Workload workload) =>
        workload.Namespace == "kube-system" && workload.Labels.GetValueOrDefault("tier") == "control-plane"
        && workload.Labels.GetValueOrDefault("component") is { } part && s_parts.Contains(part, StringComparer.Ordinal);

    /// <summary>The label of a Node that says so; null where it has none.</summary>
    public static string? RoleOf(Cursor node) => Array.Find(s_roles, role => node.Object.Labels.ContainsKey(role));
}
