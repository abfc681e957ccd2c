using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Roles that people made, and what binds them; those that every cluster comes with are left out.</summary>
internal static class Roles
{
    private static readonly HashSet<string> s_userFacing = new(StringComparer.Ordinal) { "cluster-admin", "admin", "edit", "view" };

    public static IEnumerable<Cursor> OwnIn(Cluster cluster) =>
        cluster.All("ClusterRole").Concat(cluster.All("Role")).Where(role => !IsDefault(role.Object) && !IsBuiltIn(role.Object.Kind, role.Object.Name));

    public static IEnumerable<Cursor> OwnBindingsIn(Cluster cluster) =>
        cluster.All("ClusterRoleBinding").Concat(cluster.All("RoleBinding")).Where(binding => !IsDefault(binding.Object));

    /// <summary>The API server itself makes it and keeps it so.</summary>
    public static bool IsDefault(KubernetesObject made) => made.Labels.GetValueOrDefault("kubernetes.io/bootstrapping") == "rbac-defaults";

    /// <summary>A role of this name comes with the cluster, or with the tool that made it.</summary>
    public static bool IsBuiltIn(string kind, string name) =>
        name.StartsWith("system:", StringComparison.Ordinal) || name.StartsWith("kubeadm:", StringComparison.Ordinal)
        || (kind == "ClusterRole" ? s_userFacing.Contains(name) : name is "extension-apiserver-authentication-reader" or "kube-proxy");

    /// <summary>What every caller may do in every cluster: ask which APIs there are, and who it is itself.</summary>
    public static bool IsDiscovery(string? role) => role is "system:discovery" or "system:basic-user" or "system:public-info-viewer" or "system:service-account-issuer-discovery";

    public static bool HasAny(Cursor rule, string field) => rule[field].Texts().Contains("*", StringComparer.Ordinal);

    /// <summary>Every verb on every resource of every group.</summary>
    public static bool AllowsEverything(Cursor rule) => HasAny(rule, "apiGroups") && HasAny(rule, "resources") && HasAny(rule, "verbs");

    /// <inheritdoc cref="AllowsEverything(Cursor)"/>
    public static bool AllowsEverything(PermissionRule rule) =>
        rule.Groups.Contains(PermissionRule.Any, StringComparer.Ordinal) && rule.Resources.Contains(PermissionRule.Any, StringComparer.Ordinal) && rule.Verbs.Contains(PermissionRule.Any, StringComparer.Ordinal);
}
