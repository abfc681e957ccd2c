using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>One stolen token can wipe the application and its data.</summary>
public sealed class DeletesBroadly : PowerRule
{
    private const string Deletes = "delete deletecollection";

    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-17",
        Title: "Can delete data or logs broadly",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "One stolen token can wipe the application and its data.",
        Mitigations:
        [
            "Give the right to destroy to another identity",
            "Backups outside the cluster",
        ],
        Cwe: 269,
        Attack: ["T1485"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9038"] });

    protected override string Power => "delete data and workloads";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing(Deletes, "", "persistentvolumeclaims persistentvolumes namespaces secrets configmaps").Concat(role.Allowing(Deletes, "apps", "deployments statefulsets"))
            .Where(rule => rule.Names.Count == 0);
}
