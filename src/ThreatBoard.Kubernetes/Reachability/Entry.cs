using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>One rule of a policy in one direction, ready to be asked.</summary>
internal sealed record Entry(Ruling Ruling, PeerMatch Peers, PortMatch Ports, Cursor At)
{
    /// <summary>The traffic that the rule speaks of, surely and at most.</summary>
    /// <param name="destination">Names of the ports where the traffic goes.</param>
    public (Connections Sure, Connections Maybe) Match(Peer peer, NamedPorts destination)
    {
        var (sure, maybe) = Peers.Holds(peer);
        if (!maybe) return (Connections.None, Connections.None);
        var ports = Ports.At(destination);
        return (sure ? ports.Sure : Connections.None, ports.Maybe);
    }
}
