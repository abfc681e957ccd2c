using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Traffic on its way past the rules of one direction: what is still open, and what was decided; remembers why when asked to.</summary>
internal sealed class Passage(Peer peer, NamedPorts destination, ReasonList? reasons)
{
    private Connections _open = Connections.All;
    private Connections _allow = Connections.None;
    private Connections _deny = Connections.None;

    public bool IsOver => _open.IsEmpty;

    public Outcome Outcome => new(_allow, _deny);

    /// <summary>Rules in their order: the first that speaks of the traffic decides; a pass leaves the rest of the tier out.</summary>
    public void ThroughTier(ImmutableArray<ImmutableArray<Layer>> groups)
    {
        var passed = Connections.None;
        foreach (var group in groups)
        {
            var left = _open;
            foreach (var layer in group) left = left.Intersect(Through(layer, _open, ref passed));
            _open = left;
        }
        _open = _open.Union(passed);
    }

    /// <summary>NetworkPolicies that isolate: what any rule admits is allowed, all else denied.</summary>
    /// <param name="mayBeIgnored">The pod is one of those that many plugins do not isolate.</param>
    public void ThroughIsolation(ImmutableArray<Layer> layers, bool mayBeIgnored)
    {
        var (surely, maybe) = (Connections.None, Connections.None);
        foreach (var layer in layers)
            foreach (var entry in layer.Entries)
            {
                var match = entry.Match(peer, destination);
                reasons?.Ruled(layer, entry, Ruling.Admit, match.Sure.Intersect(_open), match.Maybe.Intersect(_open));
                (surely, maybe) = (surely.Union(match.Sure), maybe.Union(match.Maybe));
            }
        reasons?.Isolated(layers, _open.Except(maybe));
        if (mayBeIgnored) reasons?.OnHost(_open);
        _allow = _allow.Union(mayBeIgnored ? _open : _open.Intersect(maybe));
        _deny = _deny.Union(_open.Except(surely));
        _open = Connections.None;
    }

    /// <summary>What nothing decided is allowed.</summary>
    public void ToTheEnd()
    {
        reasons?.NothingDecides(_open);
        _allow = _allow.Union(_open);
        _open = Connections.None;
    }

    /// <summary>The peer is in the network of its node, which is always let in, by plugins that see it so.</summary>
    public void PeerIsOnHost()
    {
        reasons?.OnHost(_deny);
        _allow = _allow.Union(_deny);
    }

    private Connections Through(Layer layer, Connections open, ref Connections passed)
    {
        foreach (var entry in layer.Entries)
        {
            var (sure, maybe) = entry.Match(peer, destination);
            var hit = open.Intersect(maybe);
            if (hit.IsEmpty) continue;
            var certain = layer.IsSure ? sure.Intersect(open) : Connections.None;
            reasons?.Ruled(layer, entry, entry.Ruling, certain, hit);
            if (entry.Ruling is Ruling.Admit or Ruling.Unclear) _allow = _allow.Union(hit);
            if (entry.Ruling is Ruling.Deny or Ruling.Unclear) _deny = _deny.Union(hit);
            if (entry.Ruling is Ruling.Pass or Ruling.Unclear) passed = passed.Union(hit);
            open = open.Except(certain);
        }
        return open;
    }
}
