using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What the policies say about one direction of a class of pods, for each peer; the same answer is worked out once.</summary>
internal sealed class Gate
{
    private const int EntriesInLetter = 8;
    private readonly Direction _direction;
    private readonly PodClass _subject;
    private readonly GatePolicies _policies;
    private readonly PodClasses _classes;
    private readonly ImmutableArray<Entry> _entries;
    private readonly Lazy<ImmutableArray<AddressRange>> _cells;
    private readonly Lazy<Verdict> _internet;
    private readonly bool _asksForNames;
    private readonly ConcurrentDictionary<(string Held, bool IsOnHost, string Ports), Outcome> _known = [];

    public Gate(Direction direction, PodClass subject, GatePolicies policies, PodClasses classes)
    {
        (_direction, _subject, _policies, _classes) = (direction, subject, policies, classes);
        _entries = [.. policies.Entries];
        _asksForNames = direction == Direction.Egress && _entries.Any(entry => entry.Ports.HasNames);
        _cells = new(() => CellsOf(_entries));
        _internet = new(() => Any(AddressSet.Internet));
    }

    public bool IsIsolated => _policies.Isolating.Length > 0;

    /// <summary>No policy has a word in it.</summary>
    public bool IsFree => _policies.IsNone;

    /// <summary>The classes of pods that some rule speaks of; null where others are let through too, and empty beside a plugin's policy, which leaves all in doubt.</summary>
    public IndexSet? Named()
    {
        if (_policies.Plugin is not null) return new(_classes.All.Count);
        if (!IsIsolated || _subject.IsOnHost) return null;
        var named = _classes.Hosts.Copy();
        foreach (var entry in _entries) named.UnionWith(entry.Peers.Pods.Maybe);
        return named;
    }

    public Outcome Of(Peer peer)
    {
        if (_policies.IsNone) return Outcome.Free;
        var key = (HeldBy(peer), IsOnHost(peer), _asksForNames ? Names(peer).Signature : "");
        return _known.TryGetValue(key, out var outcome) ? outcome : _known.GetOrAdd(key, Work(peer, reasons: null).Shared);
    }

    public IReadOnlyList<Reason> Explain(Peer peer)
    {
        var reasons = new ReasonList(_direction, !_policies.IsNone);
        Work(peer, reasons);
        return reasons.All;
    }

    /// <summary>All addresses outside, cut where the outcome may change.</summary>
    public ImmutableArray<AddressRange> Cells => _cells.Value;

    /// <summary>What comes out for some address of the set.</summary>
    public Verdict Across(AddressSet addresses) => ReferenceEquals(addresses, AddressSet.Internet) ? _internet.Value : Any(addresses);

    private Verdict Any(AddressSet addresses)
    {
        var verdict = Verdict.Nothing;
        foreach (var cell in Cells)
            if (addresses.Meets(cell)) verdict = verdict.Or(Verdict.Of(Of(Peer.Of(cell))));
        return verdict;
    }

    /// <summary>Which rules speak of the peer, two bits a rule: peers of whom the same rules speak come out alike.</summary>
    private string HeldBy(Peer peer) => string.Create((_entries.Length + EntriesInLetter - 1) / EntriesInLetter, (_entries, peer), static (text, of) =>
    {
        text.Clear();
        for (var i = 0; i < of._entries.Length; i++)
        {
            var (sure, maybe) = of._entries[i].Peers.Holds(of.peer);
            var bits = sure ? 3 : maybe ? 2 : 0;
            text[i / EntriesInLetter] |= (char)(bits << (i % EntriesInLetter * 2));
        }
    });

    private static ImmutableArray<AddressRange> CellsOf(ImmutableArray<Entry> entries)
    {
        var starts = entries.SelectMany(entry => entry.Peers.Addresses.Ranges.Concat(entry.Peers.MaybeAddresses.Ranges))
            .SelectMany(range => range.Last == UInt128.MaxValue ? new[] { range.First } : [range.First, range.Last + 1])
            .Concat([UInt128.Zero, AddressRange.IPv4.First, AddressRange.IPv4.Last + 1]).Distinct().Order().ToList();
        return [.. starts.Select((start, i) => new AddressRange(start, i + 1 < starts.Count ? starts[i + 1] - 1 : UInt128.MaxValue))];
    }

    private Outcome Work(Peer peer, ReasonList? reasons)
    {
        if (_policies.Plugin is { } plugin)
        {
            reasons?.Plugin(plugin);
            return new(Connections.All, Connections.All);
        }
        var passage = new Passage(peer, _direction == Direction.Ingress ? _subject.Ports : Names(peer), reasons);
        passage.ThroughTier(_policies.Admin);
        if (IsIsolated) passage.ThroughIsolation(_policies.Isolating, _subject.IsOnHost);
        passage.ThroughTier(_policies.Baseline);
        passage.ToTheEnd();
        if (_direction == Direction.Ingress && IsOnHost(peer)) passage.PeerIsOnHost();
        return passage.Outcome;
    }

    private bool IsOnHost(Peer peer) => peer.Class is { } index && _classes.Hosts[index];

    private NamedPorts Names(Peer peer) => peer.Class is { } index ? _classes.All[index].Ports : NamedPorts.None;
}
