using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>Which pods get to which listening ports over the network, by classes: what surely gets through, and nothing that cannot be told.</summary>
internal sealed class NetworkEdges(GraphDraft draft, Places places, Listening listening)
{
    /// <summary>Pairs of classes that are asked about; more than a real cluster has.</summary>
    private const int MostPairs = 5_000_000;

    private static readonly EdgeReason s_reason = GraphDraft.Reason(EdgeCodes.Network, "may connect to it");
    private readonly Reach _reach = draft.Cluster.Reach;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Class, Verdict Verdict), int> _doors = [];
    private int _pairs;

    /// <summary>There are more classes than are compared, and some ways over the network were left out.</summary>
    public bool IsCut => _pairs >= MostPairs || draft.IsFullOfNetwork;

    public void Draw()
    {
        var classes = draft.Cluster.Workloads.GroupBy(_reach.ClassOf).OrderBy(c => c.Key).Select(c => (Class: c.Key, Pods: c.ToList())).ToList();
        var targets = classes.Select(c => (c.Class, Pods: c.Pods.Where(w => listening.Of(w).Count > 0).ToList())).Where(c => c.Pods.Count > 0).ToList();
        var open = targets.Where(t => _reach.IsFree(t.Pods[0], Direction.Ingress)).ToList();
        var guarded = new Candidates(targets.Where(t => !_reach.IsFree(t.Pods[0], Direction.Ingress)), _reach);
        var all = new Candidates(targets, _reach);
        foreach (var (_, pods) in classes)
        {
            if (IsCut) return;
            var isFree = _reach.IsFree(pods[0], Direction.Egress);
            var doors = Doors(pods[0], (isFree ? guarded : all).Of(pods[0]));
            if (isFree && open.Count > 0) doors.Add(Commons(open));
            Join(pods, doors);
        }
    }

    /// <summary>Sources that get to the same doors share a row, so that edges do not grow with pairs of classes either.</summary>
    private void Join(List<Workload> pods, List<int> doors)
    {
        if (doors.Count == 0) return;
        doors.Sort();
        var signature = string.Join(',', doors);
        if (!_rows.TryGetValue(signature, out var row))
        {
            _rows[signature] = row = draft.Node(NodeKind.Junction, $"row/{_rows.Count}", "a place in the network");
            foreach (var door in doors) draft.Step(row, door, s_reason);
        }
        foreach (var pod in pods) draft.Same(places.Pod(pod), row);
    }

    private List<int> Doors(Workload from, IEnumerable<(int Class, List<Workload> Pods)> targets)
    {
        var doors = new List<int>();
        foreach (var (index, pods) in targets)
        {
            if (++_pairs >= MostPairs) break;
            if (pods.Find(pod => pod != from) is { } to && _reach.Between(from, to) is { Allowed.IsEmpty: false } verdict && Door(index, pods, verdict) is { } door) doors.Add(door);
        }
        return doors;
    }

    /// <summary>The containers of a class on whose ports a verdict lets traffic through; null: on none.</summary>
    private int? Door(int index, List<Workload> pods, Verdict verdict)
    {
        if (_doors.TryGetValue((index, verdict), out var known)) return known < 0 ? null : known;
        var behind = pods.SelectMany(listening.Of).Where(port => verdict.Allowed.Contains(port.Protocol, port.Number)).Select(port => places.Container(port.Container)).Distinct().ToList();
        if (behind.Count == 0)
        {
            _doors[(index, verdict)] = -1;
            return null;
        }
        var door = _doors[(index, verdict)] = draft.Node(NodeKind.Junction, $"door/{_doors.Count}", "listening ports");
        foreach (var container in behind) draft.Same(door, container);
        return door;
    }

    /// <summary>Whatever no policy guards, for whoever no policy holds back.</summary>
    private int Commons(List<(int Class, List<Workload> Pods)> open)
    {
        var isNew = !draft.Knows("door/open");
        var door = draft.Node(NodeKind.Junction, "door/open", "listening ports that no policy guards");
        if (!isNew) return door;
        foreach (var container in open.SelectMany(t => t.Pods).SelectMany(listening.Of).Select(port => port.Container).Distinct()) draft.Same(door, places.Container(container));
        return door;
    }
}
