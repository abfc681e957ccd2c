using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>The holder can grant itself any right.</summary>
public sealed class WidensRights : PowerRule
{
    private const string RbacGroup = "rbac.authorization.k8s.io";

    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-10",
        Title: "Can escalate or bind roles",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "The holder can grant itself any right.",
        Mitigations:
        [
            "Take the right away: let roles and bindings be changed by what deploys them only",
        ],
        Cwe: 269,
        Attack: ["T1098.006"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.8"], Microsoft = ["MS-TA9019"] });

    protected override string Power => "widen its own rights";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("escalate bind", RbacGroup, "roles clusterroles").Concat(role.Allowing("create update patch", RbacGroup, "rolebindings clusterrolebindings"));
}
