using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>It gives a shell with the target pod's identity; get counts as well, since such connections may be opened by GET.</summary>
public sealed class EntersPods : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-08",
        Title: "Can exec, attach, port-forward or debug into pods",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "It gives a shell with the target pod's identity; get counts as well, since such connections may be opened by GET.",
        Mitigations:
        [
            "Take the right away; keep it for an audited emergency role",
        ],
        Cwe: 269,
        Attack: ["T1609"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9006"] });

    protected override string Power => "enter running pods";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("create get", "", "pods/exec pods/attach pods/portforward").Concat(role.Allowing("update patch", "", "pods/ephemeralcontainers"));
}
