namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about rights (TB-RBAC) find something.</summary>
internal static class AccessMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-RBAC-01", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"*\"]\n    resources: [\"*\"]\n    verbs: [\"*\"]\n"),
        new("TB-RBAC-02", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [\"*\"]\n"),
        new("TB-RBAC-03", "web.yaml", "  kind: Role\n  name: reader\n", "  kind: ClusterRole\n  name: cluster-admin\n"),
        new("TB-RBAC-04", "web.yaml", "    name: shop-on-call\n", "    name: system:unauthenticated\n"),
        new("TB-RBAC-05", "web.yaml", "    name: shop-on-call\n", "    name: system:authenticated\n"),
        new("TB-RBAC-06", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [secrets]\n    verbs: [get]\n"),
        new("TB-RBAC-07", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [create]\n"),
        new("TB-RBAC-08", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [pods/exec]\n    verbs: [create]\n"),
        new("TB-RBAC-09", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"apps\"]\n    resources: [deployments]\n    verbs: [patch]\n"),
        new("TB-RBAC-10", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"rbac.authorization.k8s.io\"]\n    resources: [rolebindings]\n    verbs: [create]\n"),
        new("TB-RBAC-11", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [serviceaccounts]\n    verbs: [impersonate]\n"),
        new("TB-RBAC-12", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [serviceaccounts/token]\n    verbs: [create]\n"),
        new("TB-RBAC-17", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [persistentvolumeclaims]\n    verbs: [delete]\n"),
        new("TB-RBAC-18", "web.yaml", "  - apiGroups: [\"\"]\n    resources: [pods]\n    verbs: [get, list]\n", "  - apiGroups: [\"\"]\n    resources: [events]\n    verbs: [delete]\n"),
        new("TB-RBAC-21", "web.yaml", "  kind: Role\n  name: reader\n", "  kind: Role\n  name: nobody\n"),
        Mutation.Power("TB-RBAC-13", "", "nodes/proxy", "get"),
        Mutation.Power("TB-RBAC-14", "certificates.k8s.io", "certificatesigningrequests/status", "update"),
        Mutation.Power("TB-RBAC-15", "admissionregistration.k8s.io", "validatingwebhookconfigurations", "update"),
        Mutation.Power("TB-RBAC-16", "", "persistentvolumes", "create"),
        Mutation.Power("TB-RBAC-19", "", "configmaps", "update"),
        Mutation.Power("TB-RBAC-20", "", "namespaces, pods", "update, create"),
    ];
}
