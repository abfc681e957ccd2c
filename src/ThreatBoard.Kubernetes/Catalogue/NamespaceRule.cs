using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A rule that looks at one namespace at a time, and points at its boundary.</summary>
public abstract class NamespaceRule : IThreatRule<Cluster>
{
    public abstract RuleCard Card { get; }

    public IEnumerable<Finding> Examine(Cluster world) =>
        from name in world.Namespaces
        let subject = world.Subjects.Namespace(name)
        where subject is not null
        let seen = Look(name, world)
        where seen is not null
        select seen.About(Card, EntityRef.To(subject));

    /// <summary>What it sees, or null where nothing is found.</summary>
    protected abstract Sighting? Look(string name, Cluster cluster);
}
