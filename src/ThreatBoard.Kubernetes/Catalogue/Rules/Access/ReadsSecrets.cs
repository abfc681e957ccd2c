using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Tokens and passwords of other workloads become readable; list and watch return the contents too.</summary>
public sealed class ReadsSecrets : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-06",
        Title: "Can read Secrets",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Tokens and passwords of other workloads become readable; list and watch return the contents too.",
        Mitigations:
        [
            "Name the Secrets (resourceNames) and allow get alone",
            "Drop list and watch",
            "External secret store",
        ],
        Cwe: 522,
        Attack: ["T1552.007"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02", "K03"], Cis = ["5.1.2"], Microsoft = ["MS-TA9025"] });

    protected override string Power => "read Secrets";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("get list watch", "", "secrets");

    /// <summary>Secrets that are named are fewer than all there are.</summary>
    protected override Rating? Suggested(IReadOnlyList<PermissionRule> rules) =>
        rules.All(rule => rule.Names.Count > 0) ? new(Card.Suggested.Likelihood, Impact: 3) : null;
}
