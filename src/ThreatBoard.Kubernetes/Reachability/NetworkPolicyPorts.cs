using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Reads the ports of a NetworkPolicy's rule.</summary>
internal sealed class NetworkPolicyPorts(PolicyProblems problems)
{
    /// <summary>No list, or none in it, is every port of every protocol.</summary>
    public PortMatch Read(Cursor rule, Direction direction)
    {
        var ports = rule["ports"].Items.ToList();
        if (ports.Count == 0) return PortMatch.Everything;
        var match = new PortMatch();
        foreach (var port in ports) Add(port, match);
        if (direction == Direction.Egress && match.HasNames)
            foreach (var block in NetworkPolicy.Peers(rule, direction).Select(peer => peer["ipBlock"]).Where(block => block.Exists))
                problems.Refuse(PolicyFault.NamedPortToAddresses, block, "A port is named where the peer is a block of addresses: only pods have names for ports, so it matches nothing.");
        return match;
    }

    private void Add(Cursor at, PortMatch match)
    {
        var (port, end) = (at["port"], at["endPort"]);
        if (Protocols.Parse(at["protocol"].Text ?? "TCP") is not { } protocol)
            problems.Refuse(PolicyFault.BadPort, at["protocol"], $"'{at["protocol"].Text}' is not TCP, UDP or SCTP; the port matches nothing.");
        else if (!port.Exists)
        {
            if (end.Exists) problems.Refuse(PolicyFault.BadPort, end, "endPort stands without a port; it matches nothing.");
            else match.Add(Connections.Of(protocol, PortSet.All));
        }
        else if (NumberOf(port) is { } number) AddRange(number, end, protocol, port, match);
        else if (end.Exists) problems.Refuse(PolicyFault.BadPort, end, $"endPort stands with the port's name '{port.Text}', and needs its number; it matches nothing.");
        else match.AddNamed(port.Text ?? "", protocol);
    }

    private void AddRange(long first, Cursor end, Protocol protocol, Cursor port, PortMatch match)
    {
        var last = end.Exists ? end.Number : first;
        if (last is null || last < first)
            problems.Refuse(PolicyFault.BadPort, end, $"An illegal port range: endPort {end.Text} is not {first} or more; it matches nothing.");
        else if (PortSet.Of(first, last.Value) is { IsEmpty: false } ports)
        {
            match.Add(Connections.Of(protocol, ports));
            if (last > first) problems.Warn(PolicyFault.PortRange, end, $"A range of ports: a network plugin that knows none admits {first} alone.");
        }
        else problems.Refuse(PolicyFault.BadPort, port, "Ports go from 1 to 65535; it matches nothing.");
    }

    /// <summary>A number in quotes is one too, though the API takes it for a name and refuses it.</summary>
    private static long? NumberOf(Cursor port) => long.TryParse(port.Text, out var number) ? number : null;
}
