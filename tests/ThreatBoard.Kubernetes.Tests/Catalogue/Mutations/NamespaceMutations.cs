namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about namespaces (TB-NS) find something.</summary>
internal static class NamespaceMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-NS-01", "web.yaml", "    pod-security.kubernetes.io/enforce: restricted\n", "    team: shop\n"),
        new("TB-NS-02", "web.yaml", "enforce: restricted\n", "enforce: baseline\n"),
        new("TB-NS-03", "web.yaml", "      automountServiceAccountToken: false\n      securityContext:\n", "      hostPID: true\n      automountServiceAccountToken: false\n      securityContext:\n"),
        Mutation.Beside("TB-NS-04", "apiVersion: v1\nkind: Service\nmetadata: {name: stray, namespace: default}\nspec: {ports: [{port: 80}]}\n"),
        Mutation.Beside("TB-NS-05", "apiVersion: v1\nkind: Pod\nmetadata: {name: cache, namespace: shop-web, labels: {app: cache}}\nspec: {containers: [{name: redis, image: redis:7}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: cache, namespace: shop-web}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{podSelector: {}}]}]}\n"),
        Mutation.Beside("TB-NS-06", "apiVersion: v1\nkind: Pod\nmetadata: {name: shop-agent, namespace: kube-system}\nspec: {containers: [{name: c}]}\n"),
    ];
}
