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
        Mutation.Beside("TB-NET-07", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n"),
        Mutation.Beside("TB-NET-08", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: open, namespace: shop-data}\nspec: {podSelector: {matchLabels: {app: mysql}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 3306}]}]}\n"),
        new("TB-NET-09", "web.yaml", "          port: 3000\n", "          port: 3001\n"),
        Mutation.Beside("TB-NET-10", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: open, namespace: shop-web}\nspec: {podSelector: {matchLabels: {app: storefront}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080}]}]}\n"),
        new("TB-NET-12", "web.yaml", "              app: backend\n", "              app: nobody\n"),
        new("TB-NET-13", "web.yaml", "      app: storefront\n  policyTypes: [Ingress, Egress]\n", "      app: storefront\n  policyTypes: [Ingress]\n"),
        new("TB-NET-14", "api.yaml", "          port: 3000\n", "          port: web\n"),
        Mutation.Beside("TB-NET-15", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\nstatus: {podIP: 10.1.2.3}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: cidr, namespace: shop-web}\nspec: {podSelector: {matchLabels: {app: storefront}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.1.2.0/24}}]}]}\n"),
        new("TB-NET-16", "web.yaml", "proxy_pass https://", "proxy_pass http://"),
        Mutation.Beside("TB-NET-17", "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: default, namespace: shop-web}\nspec: {mtls: {mode: PERMISSIVE}}\n"),
        Mutation.Beside("TB-NET-18", "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: backend, namespace: shop-web}\nspec: {host: backend.shop-api.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}}\n"),
        Mutation.Beside("TB-NET-19", "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: one}\nspec: {priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Allow, from: [{namespaces: {}}]}]}\n---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: two}\nspec: {priority: 10, subject: {namespaces: {}}, ingress: [{name: b, action: Deny, from: [{namespaces: {}}]}]}\n"),
        Mutation.Beside("TB-NET-20", "apiVersion: v1\nkind: Pod\nmetadata: {name: agent, namespace: shop-batch}\nspec: {hostNetwork: true, containers: [{name: c}]}\n---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: one}\nspec: {priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}\n"),
    ];
}
