using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A rule that looks at one container at a time: main, init and ephemeral alike.</summary>
public abstract class ContainerRule : IThreatRule<Cluster>
{
    public abstract RuleCard Card { get; }

    public IEnumerable<Finding> Examine(Cluster world) =>
        from workload in world.Workloads
        from container in workload.Containers
        let seen = Look(container, world)
        where seen is not null
        let subject = world.Subjects.Container(container)
        where subject is not null
        select seen.About(Card, EntityRef.To(subject));

    /// <summary>What it sees, or null where nothing is found.</summary>
    protected abstract Sighting? Look(Container container, Cluster cluster);
}
