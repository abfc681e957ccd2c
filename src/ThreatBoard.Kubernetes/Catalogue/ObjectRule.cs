using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A rule about objects that are no element of the diagram: it points at the flow they open, else at their namespace or the cluster.</summary>
public abstract class ObjectRule : IThreatRule<Cluster>
{
    public abstract RuleCard Card { get; }

    public IEnumerable<Finding> Examine(Cluster world) =>
        from pair in Look(world)
        let subject = SubjectOf(pair.Of, world.Subjects)
        where subject is not null
        select (pair.Seen with { Discriminator = pair.Of.Object.Key }).About(Card, subject.Value);

    /// <summary>What it sees, with the object it sees it in; at most one sighting an object.</summary>
    protected abstract IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster);

    /// <summary>The flow that the object opens, else its namespace, else the cluster; null where the model has none of them.</summary>
    internal static EntityRef? SubjectOf(Cursor of, Subjects subjects) =>
        subjects.Exposure(of.Object.Key) is { } flow ? EntityRef.To(flow)
        : subjects.Namespace(of.Object.Namespace) is { } place ? EntityRef.To(place)
        : subjects.Cluster is { } whole ? EntityRef.To(whole)
        : null;
}
