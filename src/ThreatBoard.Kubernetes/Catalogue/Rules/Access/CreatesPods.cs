using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>A new pod can use any service account and secret of its namespace, and without an enforced Pod Security level the node.</summary>
public sealed class CreatesPods : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-07",
        Title: "Can create pods or workloads",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "A new pod can use any service account and secret of its namespace, and without an enforced Pod Security level the node.",
        Mitigations:
        [
            "Leave it to the identity that deploys",
            "Enforce the restricted Pod Security level",
        ],
        Cwe: 269,
        Attack: ["T1610"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.4"], Microsoft = ["MS-TA9008"] });

    protected override string Power => "create pods";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        WorkloadPowers.Over(role, "create");
}
