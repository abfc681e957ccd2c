using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Swapping the image or the command turns a trusted workload into the attacker's.</summary>
public sealed class ChangesWorkloads : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-09",
        Title: "Can patch running pods or workloads",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Swapping the image or the command turns a trusted workload into the attacker's.",
        Mitigations:
        [
            "Leave it to the identity that deploys",
            "Admit signed images only",
        ],
        Cwe: 269,
        Attack: ["T1610", "T1525"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9012"] });

    protected override string Power => "change running workloads";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        WorkloadPowers.Over(role, "update patch");
}
