using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>One node drain or one crash is an outage.</summary>
public sealed class SingleReplica : IThreatRule<Cluster>
{
    public RuleCard Card { get; } = new(
        Code: "TB-AVL-04",
        Title: "Single replica of a service on the user path",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "One node drain or one crash is an outage.",
        Mitigations:
        [
            "replicas >= 2, PDB, spread",
        ],
        Attack: ["T1499"],
        References: new() { Owasp = ["K01"] });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        var path = UserPath.Of(world);
        return
            from workload in world.Workloads
            where workload.Object.Kind is "Deployment" or "StatefulSet" && path.Contains(workload)
            let replicas = workload.Root["spec"]["replicas"]
            where (replicas.Number ?? 1) == 1 && !IsScaled(workload, world)
            let subject = world.Subjects.Pod(workload)
            where subject is not null
            select new Sighting("One pod alone serves those who come from outside.", [replicas.Evidence]).About(Card, EntityRef.To(subject));
    }

    private static bool IsScaled(Workload workload, Cluster cluster) =>
        cluster.AllIn(workload.Namespace, "HorizontalPodAutoscaler").Select(scaler => scaler["spec"]).Any(spec =>
            spec["scaleTargetRef"]["name"].Text == workload.Name && spec["scaleTargetRef"]["kind"].Text == workload.Object.Kind && spec["minReplicas"].Number >= 2);
}
