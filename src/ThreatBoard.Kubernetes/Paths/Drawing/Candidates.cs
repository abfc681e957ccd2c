using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>Classes of pods that a source may get to: what isolates admits only those that its rules speak of, so most pairs need not be asked about.</summary>
internal sealed class Candidates
{
    private readonly Reach _reach;
    private readonly Dictionary<int, (int Class, List<Workload> Pods)> _targets;

    /// <summary>Targets that let in others than their rules speak of.</summary>
    private readonly SortedSet<int> _wide = [];

    /// <summary>The other targets, by each class that they may let in.</summary>
    private readonly Dictionary<int, List<int>> _narrow = [];

    public Candidates(IEnumerable<(int Class, List<Workload> Pods)> targets, Reach reach)
    {
        _reach = reach;
        _targets = targets.ToDictionary(target => target.Class);
        foreach (var (index, pods) in _targets.Values)
        {
            if (reach.MayMeet(pods[0], Direction.Ingress) is not { } named) _wide.Add(index);
            else
                foreach (var source in named)
                    (_narrow.TryGetValue(source, out var known) ? known : _narrow[source] = []).Add(index);
        }
    }

    /// <summary>In ascending order of classes.</summary>
    public IEnumerable<(int Class, List<Workload> Pods)> Of(Workload from)
    {
        var narrow = _narrow.GetValueOrDefault(_reach.ClassOf(from)) ?? [];
        var named = _reach.MayMeet(from, Direction.Egress);
        if (named is null) return narrow.Concat(_wide).Order().Select(index => _targets[index]);
        var admitting = narrow.ToHashSet();
        return named.Where(index => _targets.ContainsKey(index) && (admitting.Contains(index) || _wide.Contains(index))).Select(index => _targets[index]);
    }
}
