using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>What roles allow on whatever makes pods.</summary>
internal static class WorkloadPowers
{
    /// <param name="role">The role.</param>
    /// <param name="verbs">Parted by blanks.</param>
    public static IEnumerable<PermissionRule> Over(HeldRole role, string verbs) =>
        role.Allowing(verbs, "", "pods replicationcontrollers")
            .Concat(role.Allowing(verbs, "apps", "deployments daemonsets statefulsets replicasets"))
            .Concat(role.Allowing(verbs, "batch", "jobs cronjobs"));
}
