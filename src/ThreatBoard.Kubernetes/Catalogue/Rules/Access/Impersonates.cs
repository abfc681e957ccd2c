using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>It acts as any user, up to the members of system:masters.</summary>
public sealed class Impersonates : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-11",
        Title: "Can impersonate",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "It acts as any user, up to the members of system:masters.",
        Mitigations:
        [
            "Take the right away, or confine it to named users and groups (resourceNames)",
        ],
        Cwe: 269,
        Attack: ["T1078"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.8"] });

    protected override string Power => "act as somebody else";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("impersonate", "", "users groups serviceaccounts").Concat(role.Allowing("impersonate", "authentication.k8s.io", "userextras uids"));
}
