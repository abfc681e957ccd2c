using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>A client certificate can be issued for any user, and cannot be taken back.</summary>
/// <remarks>Signers of another name than kubernetes.io/… make no certificates that the API server trusts.</remarks>
public sealed class SignsCertificates : PowerRule
{
    private const string Certificates = "certificates.k8s.io";

    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-14",
        Title: "Can approve or sign certificates",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 1, Impact: 5),
        Why: "A client certificate can be issued for any user, and cannot be taken back.",
        Mitigations:
        [
            "Leave approval to the controller that checks requests",
            "Confine signers to your own (resourceNames)",
        ],
        Cwe: 269,
        Attack: ["T1649"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02", "K09"], Cis = ["5.1.11"] });

    protected override string Power => "have client certificates issued";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        Approving(role).Concat(Signs(role, "sign") is not false ? role.Allowing("update patch", Certificates, "certificatesigningrequests/status") : []);

    private static IEnumerable<PermissionRule> Approving(HeldRole role) =>
        Signs(role, "approve") == true ? role.Allowing("update patch", Certificates, "certificatesigningrequests/approval") : [];

    /// <summary>Whether it may use signers that the API server trusts; null: it says nothing about signers.</summary>
    private static bool? Signs(HeldRole role, string verb)
    {
        var signers = role.Allowing(verb, Certificates, "signers").ToList();
        return signers.Count == 0 ? null
            : signers.Exists(rule => rule.Names.Count == 0 || rule.Names.Any(name => name == PermissionRule.Any || name.StartsWith("kubernetes.io/", StringComparison.Ordinal)));
    }
}
