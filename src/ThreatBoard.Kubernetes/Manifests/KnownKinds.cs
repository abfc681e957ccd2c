namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>The kinds that are read, by what they are for.</summary>
internal static class KnownKinds
{
    private static readonly KnownKind[] s_core =
    [
        new("", "Namespace", false),
        new("", "Node", false),
        new("", "Pod", true),
        new("", "PodTemplate", true),
        new("", "ReplicationController", true),
        new("", "Service", true),
        new("", "Endpoints", true),
        new("", "ServiceAccount", true),
        new("", "ConfigMap", true),
        new("", "Secret", true),
        new("", "PersistentVolume", false),
        new("", "PersistentVolumeClaim", true),
        new("", "ResourceQuota", true),
        new("", "LimitRange", true),
        new("apps", "Deployment", true, "extensions"),
        new("apps", "StatefulSet", true),
        new("apps", "DaemonSet", true, "extensions"),
        new("apps", "ReplicaSet", true, "extensions"),
        new("batch", "Job", true),
        new("batch", "CronJob", true),
        new("autoscaling", "HorizontalPodAutoscaler", true),
        new("policy", "PodDisruptionBudget", true),
        new("policy", "PodSecurityPolicy", false, "extensions"),
        new("discovery.k8s.io", "EndpointSlice", true),
        new("networking.k8s.io", "Ingress", true, "extensions"),
        new("networking.k8s.io", "IngressClass", false),
        new("networking.k8s.io", "NetworkPolicy", true, "extensions"),
        new("node.k8s.io", "RuntimeClass", false),
        new("scheduling.k8s.io", "PriorityClass", false),
        new("storage.k8s.io", "StorageClass", false),
    ];

    private static readonly KnownKind[] s_rights =
    [
        new("rbac.authorization.k8s.io", "Role", true),
        new("rbac.authorization.k8s.io", "ClusterRole", false),
        new("rbac.authorization.k8s.io", "RoleBinding", true),
        new("rbac.authorization.k8s.io", "ClusterRoleBinding", false),
        new("certificates.k8s.io", "CertificateSigningRequest", false),
        new("apiregistration.k8s.io", "APIService", false),
        new("admissionregistration.k8s.io", "ValidatingWebhookConfiguration", false),
        new("admissionregistration.k8s.io", "MutatingWebhookConfiguration", false),
        new("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", false),
        new("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", false),
        new("policy.networking.k8s.io", "AdminNetworkPolicy", false),
        new("policy.networking.k8s.io", "BaselineAdminNetworkPolicy", false),
        new("policy.networking.k8s.io", "ClusterNetworkPolicy", false),
        new("kyverno.io", "ClusterPolicy", false),
        new("kyverno.io", "Policy", true),
        new("policy.sigstore.dev", "ClusterImagePolicy", false),
    ];

    private static readonly KnownKind[] s_routing =
    [
        new("gateway.networking.k8s.io", "GatewayClass", false),
        new("gateway.networking.k8s.io", "Gateway", true),
        new("gateway.networking.k8s.io", "HTTPRoute", true),
        new("gateway.networking.k8s.io", "GRPCRoute", true),
        new("gateway.networking.k8s.io", "TLSRoute", true),
        new("gateway.networking.k8s.io", "TCPRoute", true),
        new("gateway.networking.k8s.io", "UDPRoute", true),
        new("gateway.networking.k8s.io", "ListenerSet", true),
        new("gateway.networking.x-k8s.io", "XListenerSet", true),
        new("gateway.networking.k8s.io", "ReferenceGrant", true),
        new("gateway.networking.k8s.io", "BackendTLSPolicy", true),
        new("route.openshift.io", "Route", true),
        new("networking.istio.io", "Gateway", true),
        new("networking.istio.io", "VirtualService", true),
        new("networking.istio.io", "DestinationRule", true),
        new("networking.istio.io", "ServiceEntry", true),
        new("networking.istio.io", "Sidecar", true),
        new("security.istio.io", "PeerAuthentication", true),
        new("security.istio.io", "AuthorizationPolicy", true),
        new("security.istio.io", "RequestAuthentication", true),
    ];

    /// <summary>Policies of network plugins: that they exist is known, what they say is not, so that a verdict beside them is <em>cannot tell</em>.</summary>
    private static readonly KnownKind[] s_plugins =
    [
        new("crd.projectcalico.org", "NetworkPolicy", true, "projectcalico.org"),
        new("crd.projectcalico.org", "GlobalNetworkPolicy", false, "projectcalico.org"),
        new("cilium.io", "CiliumNetworkPolicy", true),
        new("cilium.io", "CiliumClusterwideNetworkPolicy", false),
        new("crd.antrea.io", "NetworkPolicy", true),
        new("crd.antrea.io", "ClusterNetworkPolicy", false),
    ];

    private static readonly ILookup<string, KnownKind> s_byName;
    private static readonly Dictionary<(string Group, string Kind), KnownKind> s_exact;

    static KnownKinds()
    {
        All = [.. s_core, .. s_rights, .. s_routing, .. s_plugins];
        s_byName = All.ToLookup(k => k.Kind, StringComparer.Ordinal);
        s_exact = All.ToDictionary(k => (k.Group, k.Kind));
    }

    public static IReadOnlyList<KnownKind> All { get; }

    public static IEnumerable<KnownKind> OfPlugins => s_plugins;

    public static IEnumerable<KnownKind> Named(string kind) => s_byName[kind];

    public static KnownKind? Exactly(string group, string kind) => s_exact.GetValueOrDefault((group, kind));

    public static bool IsFirst(KnownKind kind) => ReferenceEquals(s_byName[kind.Kind].First(), kind);
}
