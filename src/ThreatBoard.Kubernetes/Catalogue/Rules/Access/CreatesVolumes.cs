using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>A persistent volume on a hostPath reaches files of the node although the namespace forbids hostPath.</summary>
public sealed class CreatesVolumes : PowerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-RBAC-16",
        Title: "Can create persistent volumes or change storage classes",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 1, Impact: 4),
        Why: "A persistent volume on a hostPath reaches files of the node although the namespace forbids hostPath.",
        Mitigations:
        [
            "Let the provisioner alone create persistent volumes",
        ],
        Cwe: 269,
        Attack: ["T1611"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K02"], Cis = ["5.1.9"] });

    protected override string Power => "create persistent volumes";

    protected override IEnumerable<PermissionRule> Grounds(HeldRole role, Cluster cluster) =>
        role.Allowing("create", "", "persistentvolumes").Concat(role.Allowing("create update patch", "storage.k8s.io", "storageclasses"));
}
