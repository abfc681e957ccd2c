namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about identities (TB-SA) find something.</summary>
internal static class IdentityMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-SA-01", "web.yaml", "      automountServiceAccountToken: false\n", "      automountServiceAccountToken: true\n"),
        new("TB-SA-02", "web.yaml", "      serviceAccountName: storefront\n      automountServiceAccountToken: false\n", "      serviceAccountName: default\n      automountServiceAccountToken: true\n"),
        Mutation.Beside("TB-SA-03", ChainMutations.Holder("edit")),
        Mutation.Beside("TB-SA-04", "apiVersion: v1\nkind: Secret\nmetadata: {name: robot, namespace: shop-web, annotations: {kubernetes.io/service-account.name: storefront}}\ntype: kubernetes.io/service-account-token\n"),
        new("TB-SA-05", "web.yaml", "  name: storefront\n  namespace: shop-web\nautomountServiceAccountToken: false\n", "  name: storefront\n  namespace: shop-web\n  annotations: {eks.amazonaws.com/role-arn: \"arn:aws:iam::123456789012:role/shop\"}\nautomountServiceAccountToken: false\n"),
    ];
}
