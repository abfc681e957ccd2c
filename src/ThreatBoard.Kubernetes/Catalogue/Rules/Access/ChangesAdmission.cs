using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Every object that passes the API server can be read, altered or let through.</summary>
public sealed class ChangesAdmission : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-15",
        Title: "Can change admission webhooks",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 5),
        Why: "Every object that passes the API server can be read, altered or let through.",
        Mitigations:
        [
            "Leave it to the platform team",
            "Confine it to named configurations (resourceNames)",
        ],
        Cwe: 284,
        Attack: ["T1546", "T1562"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02", "K04"], Cis = ["5.1.12"], Microsoft = ["MS-TA9015", "MS-TA9011"] });

    protected override string Power => "change what the API server admits";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing(
            "create update patch delete", "admissionregistration.k8s.io",
            "mutatingwebhookconfigurations validatingwebhookconfigurations validatingadmissionpolicies mutatingadmissionpolicies");
}
