using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The dangerous rights of each account, groups included; worked out once for each.</summary>
public sealed class Powers(Cluster cluster)
{
    private readonly Dictionary<RbacSubject, IReadOnlyList<HeldRight>> _known = [];
    private readonly Dictionary<RbacSubject, List<HeldRight>> _named = [];

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

    /// <summary>What a group gives is worked out once, however many are in it.</summary>
    private List<HeldRight> Held(RbacSubject subject) =>
    [
        .. subject.Canonical().AlsoKnownAs().Prepend(subject).SelectMany(Named)
            .OrderBy(right => RightKind.All.IndexOf(right.Kind)).DistinctBy(right => (right.Kind.Code, right.Namespace)),
    ];

    private List<HeldRight> Named(RbacSubject subject)
    {
        if (_named.TryGetValue(subject, out var known)) return known;
        var holder = Holder.Named(cluster.Permissions, subject);
        return _named[subject] = holder.HasNothing ? [] : [.. RightKind.All.SelectMany(kind => kind.HeldBy(holder)).DistinctBy(right => (right.Kind.Code, right.Namespace))];
    }
}
