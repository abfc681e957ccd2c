namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about exposure (TB-EXP) find something.</summary>
internal static class ExposureMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new("TB-EXP-01", "web.yaml", "spec:\n  selector:\n    app: storefront\n  ports:\n", "spec:\n  type: LoadBalancer\n  selector:\n    app: storefront\n  ports:\n"),
        new("TB-EXP-02", "web.yaml", "spec:\n  selector:\n    app: storefront\n  ports:\n", "spec:\n  type: NodePort\n  selector:\n    app: storefront\n  ports:\n"),
        new("TB-EXP-03", "web.yaml", "spec:\n  selector:\n    app: storefront\n  ports:\n", "spec:\n  externalIPs: [203.0.113.7]\n  selector:\n    app: storefront\n  ports:\n"),
        new("TB-EXP-04", "web.yaml", "  tls:\n    - hosts: [shop.example.com]\n      secretName: storefront-tls\n", ""),
        Mutation.Beside("TB-EXP-05", "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: door, namespace: shop-web}\nspec: {gatewayClassName: any, listeners: [{name: http, port: 80, protocol: HTTP}]}\n"),
        Mutation.Beside("TB-EXP-07", ChainMutations.Exposed("image: extra, securityContext: {privileged: true}")),
        new("TB-EXP-08", "web.yaml", "  name: storefront\n  namespace: shop-web\nspec:\n  ingressClassName: nginx\n", "  name: storefront\n  namespace: shop-web\n  annotations:\n    nginx.ingress.kubernetes.io/configuration-snippet: more_clear_headers Server;\nspec:\n  ingressClassName: nginx\n"),
        new("TB-EXP-09", "web.yaml", "    - host: shop.example.com\n      http:\n", "    - http:\n"),
        Mutation.Beside("TB-EXP-10", "apiVersion: v1\nkind: Service\nmetadata: {name: mail, namespace: shop-web}\nspec: {type: ExternalName, externalName: mail.example.com}\n"),
        new("TB-EXP-11", "web.yaml", "spec:\n  selector:\n    app: storefront\n  ports:\n", "spec:\n  selector:\n    app: shopfront\n  ports:\n"),
        new("TB-EXP-06", "web.yaml", "registry.example.com/library/nginx@", "registry.example.com/library/grafana@"),
    ];
}
