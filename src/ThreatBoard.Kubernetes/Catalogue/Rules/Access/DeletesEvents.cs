using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Traces of an attack can be removed.</summary>
public sealed class DeletesEvents : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-18",
        Title: "Can delete events",
        Category: Stride.Repudiation,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "Traces of an attack can be removed.",
        Mitigations:
        [
            "Take the verb away",
            "Send events to a place outside the cluster",
        ],
        Cwe: 284,
        Attack: ["T1070"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K10"], Microsoft = ["MS-TA9022"] });

    protected override string Power => "delete events";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("delete deletecollection", "", "events").Concat(role.Allowing("delete deletecollection", "events.k8s.io", "events"));
}
