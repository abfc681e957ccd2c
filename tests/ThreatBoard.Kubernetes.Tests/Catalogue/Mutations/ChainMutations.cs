namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about paths (TB-CHAIN) find something.</summary>
internal static class ChainMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        Mutation.Beside("TB-CHAIN-01", "apiVersion: v1\nkind: Pod\nmetadata: {name: cache, namespace: shop-web, labels: {app: cache}}\nspec: {containers: [{name: redis, image: redis:7}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: cache, namespace: shop-web}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{podSelector: {}}]}]}\n"),
        Mutation.Beside("TB-CHAIN-02", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: batch}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: default, namespace: shop-batch}]\n"),
        Mutation.Beside("TB-CHAIN-03", "apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: shop-batch}\nspec: {serviceAccountName: plain, containers: [{name: c, securityContext: {privileged: true}}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: batch}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: default, namespace: shop-batch}]\n"),
    ];
}
