namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A kind of object that is read; the group is today's, whatever group an old manifest names.</summary>
public sealed record KnownKind(string Group, string Kind, bool Namespaced, params string[] FormerGroups)
{
    public static IReadOnlyList<KnownKind> All { get; } =
    [
        new("", "Namespace", false),
        new("", "Node", false),
        new("", "Pod", true),
        new("", "ReplicationController", true),
        new("", "Service", true),
        new("", "ServiceAccount", true),
        new("", "ConfigMap", true),
        new("", "Secret", true),
        new("", "PersistentVolumeClaim", true),
        new("", "ResourceQuota", true),
        new("", "LimitRange", true),
        new("apps", "Deployment", true, "extensions"),
        new("apps", "StatefulSet", true),
        new("apps", "DaemonSet", true, "extensions"),
        new("apps", "ReplicaSet", true, "extensions"),
        new("batch", "Job", true),
        new("batch", "CronJob", true),
        new("networking.k8s.io", "Ingress", true, "extensions"),
        new("networking.k8s.io", "NetworkPolicy", true, "extensions"),
        new("rbac.authorization.k8s.io", "Role", true),
        new("rbac.authorization.k8s.io", "ClusterRole", false),
        new("rbac.authorization.k8s.io", "RoleBinding", true),
        new("rbac.authorization.k8s.io", "ClusterRoleBinding", false),
    ];

    private static readonly ILookup<string, KnownKind> ByName = All.ToLookup(k => k.Kind, StringComparer.Ordinal);

    /// <summary>The kind, or null when it is not used (a custom resource, or another group's object of the same name).</summary>
    public static KnownKind? Find(string apiVersion, string kind)
    {
        var group = GroupOf(apiVersion);
        return ByName[kind].FirstOrDefault(k => apiVersion.Length == 0 || k.Group == group || k.FormerGroups.Contains(group, StringComparer.Ordinal));
    }

    public static string GroupOf(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? apiVersion[..slash] : "";
}
