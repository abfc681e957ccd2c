namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about network policies (TB-NET) find something.</summary>
internal static class NetworkMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        Mutation.Beside("TB-NET-01", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n"),
        Mutation.Beside("TB-NET-02", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n"),
        new("TB-NET-03", "web.yaml", "  podSelector: {}\n  policyTypes: [Ingress, Egress]\n", "  podSelector: {matchLabels: {app: storefront}}\n  policyTypes: [Ingress, Egress]\n"),
        new("TB-NET-04", "web.yaml", "        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: ingress-nginx\n", "        - namespaceSelector: {}\n"),
        new("TB-NET-05", "web.yaml", "        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: ingress-nginx\n", "        - ipBlock:\n            cidr: 0.0.0.0/0\n"),
        new("TB-NET-06", "web.yaml", "        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: shop-api\n          podSelector:\n            matchLabels:\n              app: backend\n", "        - ipBlock:\n            cidr: 0.0.0.0/0\n"),
        new("TB-NET-11", "web.yaml", "  podSelector:\n    matchLabels:\n      app: storefront\n", "  podSelector:\n    matchLabels:\n      app: shopfront\n"),
    ];
}
