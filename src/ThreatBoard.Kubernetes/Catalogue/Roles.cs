using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Roles that people made, and what binds them; those that every cluster comes with are left out.</summary>
internal static class Roles
{
    public static IEnumerable<Cursor> OwnIn(Cluster cluster) =>
        cluster.All("ClusterRole").Concat(cluster.All("Role")).Where(role =>
            role.Object.Labels.GetValueOrDefault("kubernetes.io/bootstrapping") != "rbac-defaults" && !role.Object.Name.StartsWith("system:", StringComparison.Ordinal));

    public static bool HasAny(Cursor rule, string field) => rule[field].Texts().Contains("*", StringComparer.Ordinal);

    /// <summary>Binds somebody besides the accounts that the control plane itself uses.</summary>
    public static bool HasOwnSubject(Cursor binding) => binding["subjects"].Items.Any(subject => (subject["kind"].Text, subject["name"].Text, subject["namespace"].Text) is not (
        ("Group", "system:masters", _) or ("ServiceAccount", _, "kube-system")));
}
