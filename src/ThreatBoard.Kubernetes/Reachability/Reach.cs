using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Who can reach whom in a cluster, as its policies of every kind decide it together; answers are worked out when asked for, by any thread.</summary>
public sealed class Reach
{
    private readonly PodClasses _classes;
    private readonly PolicyBook _book;
    private readonly Lazy<ServiceTargets> _targets;
    private readonly Cluster _cluster;
    private readonly Gate?[] _ingress;
    private readonly Gate?[] _egress;
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Outcome, Outcome), Verdict> _verdicts = new(ReferencePairs.Instance);

    public Reach(Cluster cluster, ReachSettings? settings = null)
    {
        Settings = settings ?? ReachSettings.Default;
        _classes = new(cluster, Settings, PolicyBook.AskForAddresses(cluster, Settings));
        _book = new(cluster, _classes, Settings);
        _targets = new(() => new(cluster));
        _cluster = cluster;
        (_ingress, _egress) = (new Gate?[_classes.All.Count], new Gate?[_classes.All.Count]);
    }

    public ReachSettings Settings { get; }

    /// <summary>What is wrong with the policies that were read.</summary>
    public ImmutableArray<PolicyProblem> Problems => _book.Problems;

    /// <summary>How many classes of pods there are that policies can tell apart.</summary>
    public int ClassCount => _classes.All.Count;

    /// <summary>Equal for workloads that reach the same and are reached by the same.</summary>
    public int ClassOf(Workload workload) => _classes.Of(workload);

    /// <summary>A pod may always talk to itself.</summary>
    public Verdict Between(Workload from, Workload to) => from == to ? Verdict.Everything : Between(_classes.Of(from), _classes.Of(to));

    public Explanation Explain(Workload from, Workload to) => from == to
        ? new(Verdict.Everything, [new(Direction.Egress, ReasonKind.Itself, "", null, Connections.All, "A pod may always talk to itself.")])
        : new(Between(from, to), [.. GateOf(from, Direction.Egress).Explain(Peer.Of(_classes.Of(to))), .. GateOf(to, Direction.Ingress).Explain(Peer.Of(_classes.Of(from)))]);

    /// <summary>No policy of any kind has a word in what the pods send or are sent.</summary>
    public bool IsFree(Workload workload, Direction direction) => GateOf(workload, direction).IsFree;

    /// <summary>Whether any NetworkPolicy isolates the pods in a direction.</summary>
    public bool IsIsolated(Workload workload, Direction direction) => GateOf(workload, direction).IsIsolated;

    /// <summary>The workloads to ask of whether they are let in: all where no policy isolates the pods, else only those that some rule speaks of.</summary>
    internal IEnumerable<Workload> MayEnter(Workload to) =>
        GateOf(to, Direction.Ingress).Named() is { } named ? named.Members().SelectMany(index => _classes.In(index)) : _classes.Workloads;

    /// <summary>The classes of pods to ask of in a direction, ascending: those that some rule speaks of; null where others are let through too.</summary>
    internal IReadOnlyList<int>? MayMeet(Workload workload, Direction direction) => GateOf(workload, direction).Named() is { } named ? [.. named.Members()] : null;

    /// <summary>All addresses outside the cluster, in ranges of one verdict each, as destinations (egress) or sources (ingress) of the pods' traffic.</summary>
    public IReadOnlyList<AddressVerdict> Outside(Workload workload, Direction direction)
    {
        var gate = GateOf(workload, direction);
        var found = new List<AddressVerdict>();
        foreach (var cell in gate.Cells)
            if (Verdict.Of(gate.Of(Peer.Of(cell))) is var verdict && found.Count > 0 && found[^1].Verdict == verdict && found[^1].Range.IsIPv4 == cell.IsIPv4)
                found[^1] = found[^1] with { Range = found[^1].Range with { Last = cell.Last } };
            else found.Add(new(cell, verdict));
        return found;
    }

    /// <summary>What gets from a pod to some address of the set.</summary>
    public Verdict To(AddressSet addresses, Workload from) => GateOf(from, Direction.Egress).Across(addresses);

    /// <summary>What gets from some address of the set to a pod; the pod's own node always gets through.</summary>
    public Verdict From(AddressSet addresses, Workload to) =>
        to.Pods.Any(pod => AddressRange.ParseAddress(pod["status"]["hostIP"].Text) is { } node && addresses.Contains(node)) ? Verdict.Everything : GateOf(to, Direction.Ingress).Across(addresses);

    /// <summary>What gets from somewhere on the internet to the pod, as far as policies decide; whether anything leads there is told by the entry points.</summary>
    public Verdict FromInternet(Workload to) => GateOf(to, Direction.Ingress).Across(AddressSet.Internet);

    public Verdict ToInternet(Workload from) => GateOf(from, Direction.Egress).Across(AddressSet.Internet);

    /// <summary>Whether policies let traffic in by an entry point: from any address of the internet, or from a proxy in the cluster.</summary>
    public Reachable Through(EntryPoint entry)
    {
        var verdict = entry.IsProxied ? FromStranger(entry.Workload) : entry.IsInternal ? From(AddressSet.Private, entry.Workload) : FromInternet(entry.Workload);
        return entry.Port is { } port ? verdict.Of(entry.Protocol, port) : verdict.Within(Connections.Of(entry.Protocol, PortSet.All)).State;
    }

    /// <summary>What gets from a pod to each pod behind a Service, on the port to which the Service leads there.</summary>
    public IEnumerable<(ServiceTarget Target, Reachable State)> ThroughService(Workload source, Service service) =>
        from target in _targets.Value.Behind(service)
        let verdict = Between(source, target.Workload)
        select (target, target.Port is { } port ? verdict.Of(target.Protocol, port) : Reachable.CannotTell);

    /// <summary>What gets to the pod from a pod of the cluster that was not read, as one of an ingress controller.</summary>
    public Verdict FromStranger(Workload to) => Verdict.Of(GateOf(to, Direction.Ingress).Of(Peer.Of(_classes.Stranger)));

    public IReadOnlyList<Reason> ExplainFromStranger(Workload to) => GateOf(to, Direction.Ingress).Explain(Peer.Of(_classes.Stranger));

    /// <summary>Why addresses of the range (which no policy should tell apart) are reached, or reach the pod.</summary>
    public IReadOnlyList<Reason> ExplainOutside(Workload workload, AddressRange range, Direction direction) => GateOf(workload, direction).Explain(Peer.Of(range));

    /// <summary>What gets from the pod to the cluster's DNS server, by the labels that nearly every cluster gives it.</summary>
    public Verdict ToDns(Workload from) => Verdict.Of(GateOf(from, Direction.Egress).Of(Peer.Of(_classes.Dns)));

    private Verdict Between(int from, int to)
    {
        var (egress, ingress) = (GateOf(from, Direction.Egress).Of(Peer.Of(to)), GateOf(to, Direction.Ingress).Of(Peer.Of(from)));
        return _verdicts.TryGetValue((egress, ingress), out var verdict) ? verdict : _verdicts.GetOrAdd((egress, ingress), Verdict.Of(egress, ingress));
    }

    /// <summary>The workloads of which a peer of a NetworkPolicy speaks, surely or at most; none for a block of addresses.</summary>
    public IEnumerable<Workload> Select(NetworkPolicy policy, Cursor peer, bool atMost = false)
    {
        var selected = _book.Select(policy, peer);
        return _cluster.Workloads.Where(workload => (atMost ? selected.Maybe : selected.Sure)[_classes.Of(workload)]);
    }

    private Gate GateOf(Workload workload, Direction direction) => GateOf(_classes.Of(workload), direction);

    private Gate GateOf(int index, Direction direction) => (direction == Direction.Ingress ? _ingress : _egress)[index] ??= MakeGate(index, direction);

    /// <summary>Classes on which the same policies bear share a gate.</summary>
    private Gate MakeGate(int index, Direction direction)
    {
        var (pods, policies) = (_classes.All[index], _book.Of(index, direction));
        var key = $"{direction} {pods.IsOnHost} {(direction == Direction.Ingress ? pods.Ports.Signature : "")} {policies.Signature}";
        return _gates.GetOrAdd(key, _ => new(direction, pods, policies, _classes));
    }
}
