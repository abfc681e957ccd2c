namespace ThreatBoard.Domain.Modeling;

/// <summary>The names of the controls with which elements begin; whoever reads their state from manifests finds them by these.</summary>
public static class ControlNames
{
    public const string SeparateEnvironment = "Own cluster and network for each environment";
    public const string PrivateApiEndpoint = "Private API endpoint";
    public const string AuditLogging = "Audit logging";

    public const string HardenedKubelet = "Hardened kubelet (authentication and authorization on)";
    public const string RestrictedSsh = "Restricted SSH";
    public const string HostFirewall = "Host firewall";
    public const string PatchedSystem = "Patched operating system";

    public const string RbacRoles = "RBAC roles";
    public const string NetworkPolicies = "NetworkPolicies";
    public const string PodSecurityLevel = "Pod Security level";
    public const string Quotas = "Resource quotas";

    public const string IngressPolicy = "Ingress NetworkPolicy";
    public const string EgressPolicy = "Egress NetworkPolicy";
    public const string PodSecurityContext = "Pod security context";
    public const string OwnServiceAccount = "Service account of its own";

    public const string AppArmor = "AppArmor profile";
    public const string Seccomp = "Seccomp profile";
    public const string DroppedCapabilities = "Capabilities dropped";
    public const string ReadOnlyRoot = "Read-only root filesystem";
    public const string MinimalImage = "Minimal image";

    public const string MutualTlsOnEntry = "Whatever enters is mutual TLS";
    public const string AuthenticatedOnEntry = "Whatever enters is authenticated";

    public const string FilteredEdge = "Filtered edge (firewall)";
    public const string OnlyNeededPath = "Only the needed path is open";
}
