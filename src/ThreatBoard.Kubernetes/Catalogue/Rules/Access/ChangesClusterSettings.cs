using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>What names resolve to, or who cloud identities are, can be rewritten for the whole cluster.</summary>
public sealed class ChangesClusterSettings : PowerRule
{
    private static readonly HashSet<string> s_system = new(StringComparer.Ordinal)
        { "coredns", "coredns-custom", "aws-auth", "kube-proxy", "kubeadm-config", "kubelet-config", "extension-apiserver-authentication", "kube-dns" };

    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-19",
        Title: "Can change CoreDNS or kube-system config",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 5),
        Why: "What names resolve to, or who cloud identities are, can be rewritten for the whole cluster.",
        Mitigations:
        [
            "Name the ConfigMaps (resourceNames)",
            "Keep your own settings in a namespace of their own",
        ],
        Cwe: 284,
        Attack: ["T1557"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9035"] });

    protected override string Power => "change settings in kube-system";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        ReachesSystem(role) ? role.Allowing("update patch", "", "configmaps").Where(rule => rule.Names.Count == 0 || rule.Names.Any(s_system.Contains)) : [];

    private static bool ReachesSystem(HeldRole role) =>
        role.HoldsEverywhere || role.At.Object.Namespace == "kube-system" || role.Grants.Any(grant => grant.Namespace == "kube-system");
}
