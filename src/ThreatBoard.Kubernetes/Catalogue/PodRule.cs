using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A rule that looks at one pod template at a time, and points at the pod's boundary.</summary>
public abstract class PodRule : IThreatRule<Cluster>
{
    public abstract RuleCard Card { get; }

    public IEnumerable<Finding> Examine(Cluster world) =>
        from workload in world.Workloads
        let subject = world.Subjects.Pod(workload)
        where subject is not null
        from seen in Look(workload, world)
        select seen.About(Card, EntityRef.To(subject));

    /// <summary>What it sees; nothing where nothing is found.</summary>
    protected abstract IEnumerable<Sighting> Look(Workload workload, Cluster cluster);
}
