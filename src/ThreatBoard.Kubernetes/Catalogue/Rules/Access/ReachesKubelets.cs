using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>By nodes/proxy the kubelet runs commands in every pod of its node, past admission and past the audit of the API server.</summary>
public sealed class ReachesKubelets : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-13",
        Title: "Can reach nodes through the API",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "By nodes/proxy the kubelet runs commands in every pod of its node, past admission and past the audit of the API server.",
        Mitigations:
        [
            "Allow nodes/metrics, nodes/stats or nodes/log instead",
        ],
        Cwe: 269,
        Attack: ["T1609", "T1613"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.10"], Microsoft = ["MS-TA9030"] });

    protected override string Power => "reach the kubelets of nodes";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("get create", "", "nodes/proxy nodes/exec");
}
