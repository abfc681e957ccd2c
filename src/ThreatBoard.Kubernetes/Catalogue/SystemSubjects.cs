using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Whom every cluster gives rights to by itself: its administrators' group, its own programs and the accounts of its controllers.</summary>
internal static class SystemSubjects
{
    private static readonly HashSet<string> s_groups = new(StringComparer.Ordinal) { "system:masters", "system:nodes", "kubeadm:cluster-admins" };

    private static readonly HashSet<string> s_users = new(StringComparer.Ordinal)
        { "system:kube-controller-manager", "system:kube-scheduler", "system:kube-proxy", "system:apiserver", "kube-apiserver-kubelet-client", "kubernetes-admin" };

    private static readonly HashSet<string> s_accounts = new(StringComparer.Ordinal)
    {
        "attachdetach-controller", "bootstrap-signer", "certificate-controller", "cloud-controller-manager", "cloud-provider", "clusterrole-aggregation-controller", "coredns",
        "cronjob-controller", "daemon-set-controller", "deployment-controller", "disruption-controller", "endpoint-controller", "endpointslice-controller",
        "endpointslicemirroring-controller", "ephemeral-volume-controller", "expand-controller", "generic-garbage-collector", "horizontal-pod-autoscaler", "job-controller",
        "kube-controller-manager", "kube-dns", "kube-proxy", "kube-scheduler", "legacy-service-account-token-cleaner", "namespace-controller", "node-controller",
        "persistent-volume-binder", "pod-garbage-collector", "pv-protection-controller", "pvc-protection-controller", "replicaset-controller", "replication-controller",
        "resource-claim-controller", "resourcequota-controller", "root-ca-cert-publisher", "route-controller", "service-account-controller", "service-controller",
        "statefulset-controller", "token-cleaner", "ttl-after-finished-controller", "ttl-controller", "validatingadmissionpolicy-status-controller",
    };

    public static bool Is(RbacSubject subject) => subject.Kind switch
    {
        SubjectKind.Group => s_groups.Contains(subject.Name) || subject.Name.StartsWith("system:bootstrappers", StringComparison.Ordinal),
        SubjectKind.User => s_users.Contains(subject.Name) || subject.Name.StartsWith("system:node:", StringComparison.Ordinal),
        _ => subject.Namespace == "kube-system" && s_accounts.Contains(subject.Name),
    };
}
