using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The dangerous rights of each account, groups included; worked out once for each.</summary>
public sealed class Powers(Cluster cluster)
{
    private readonly Dictionary<RbacSubject, IReadOnlyList<HeldRight>> _known = [];

    public static Powers In(Cluster cluster) => cluster.Once(of => new Powers(of));

    /// <summary>The most dangerous first; each kind once in each place.</summary>
    public IReadOnlyList<HeldRight> Of(RbacSubject subject)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(subject, out var held)) _known[subject] = held = Held(subject);
            return held;
        }
    }

    private List<HeldRight> Held(RbacSubject subject)
    {
        var holder = Holder.Of(cluster.Permissions, subject);
        return holder.HasNothing ? [] : [.. RightKind.All.SelectMany(kind => kind.HeldBy(holder)).DistinctBy(right => (right.Kind.Code, right.Namespace))];
    }
}
