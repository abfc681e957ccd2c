using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>Without the Pod Security label, which its holder may take away, privileged pods are admitted again.</summary>
public sealed class WeakensNamespace : PowerRule
{
    private const int MostAsked = 50;

    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-20",
        Title: "Can weaken the namespace it lives in",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 1, Impact: 4),
        Why: "Without the Pod Security label, which its holder may take away, privileged pods are admitted again.",
        Mitigations:
        [
            "Let namespaces be changed by the platform identity only",
        ],
        Cwe: 284,
        Attack: ["T1562"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02", "K04"] });

    protected override string Power => "change the namespaces in which it creates pods";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("update patch", "", "namespaces").ToList() is { Count: > 0 } changes ? Together(changes, role, cluster) : [];

    /// <summary>The other half may come from the same role, or from another one of the same holder.</summary>
    private static IEnumerable<PermissionRule> Together(List<PermissionRule> changes, HeldRole role, Cluster cluster)
    {
        var creates = WorkloadPowers.Over(role, "create").Take(1)
            .Concat(role.Grants.Take(MostAsked).SelectMany(grant => cluster.Permissions.Touching(grant.Subject, "create", "", "pods")).Select(permission => permission.Rule).Take(1)).Take(1).ToList();
        return creates.Count > 0 ? [.. changes, .. creates] : [];
    }
}
