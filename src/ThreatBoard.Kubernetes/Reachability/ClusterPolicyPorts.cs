using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Reads what a rule of a cluster-scoped policy says about ports: <c>ports</c> of the first generation, <c>protocols</c> of the second.</summary>
internal sealed class ClusterPolicyPorts(PolicyProblems problems)
{
    private static readonly string[] s_first = ["portNumber", "portRange", "namedPort"];
    private static readonly string[] s_second = ["tcp", "udp", "sctp", "destinationNamedPort"];

    /// <summary>The ports, and whether an item of the list is not understood.</summary>
    public (PortMatch Match, bool IsStrange) Read(Cursor rule, ClusterPolicy policy, PeerMatch peers)
    {
        var (list, fields) = policy.IsSecondGeneration ? (rule["protocols"], s_second) : (rule["ports"], s_first);
        if (!list.Items.Any()) return (PortMatch.Everything, false);
        var (match, strange) = (new PortMatch(), false);
        foreach (var item in list.Items)
        {
            if (fields.Count(field => item[field].Exists) == 1 && (policy.IsSecondGeneration ? AddSecond(item, match) : AddFirst(item, match))) continue;
            strange = true;
            problems.Refuse(PolicyFault.BadPort, item, $"In a port of the policy exactly one field must be set in an {policy.Object.Kind.Replace("Baseline", "", StringComparison.Ordinal)}Port ({string.Join(", ", fields)}), with ports from 1 to 65535; nothing is accepted by it.");
        }
        if (match.HasNames && !peers.Addresses.IsEmpty)
            problems.Warn(PolicyFault.NamedPortToAddresses, rule, "A port is named where a peer is a network: only pods have names for ports, so it matches nothing there.");
        return (match, strange);
    }

    private static bool AddFirst(Cursor item, PortMatch match)
    {
        if (item["namedPort"].Text is { } name)
        {
            match.AddNamed(name, protocol: null);
            return true;
        }
        var at = item["portNumber"].Exists ? item["portNumber"] : item["portRange"];
        var (first, last) = item["portNumber"].Exists ? (at["port"], at["port"]) : (at["start"], at["end"]);
        return Protocols.Parse(at["protocol"].Text ?? "TCP") is { } protocol && Add(protocol, first, last, match);
    }

    private static bool AddSecond(Cursor item, PortMatch match)
    {
        if (item["destinationNamedPort"].Text is { } name)
        {
            match.AddNamed(name, protocol: null);
            return true;
        }
        var (field, protocol) = item["tcp"].Exists ? ("tcp", Protocol.Tcp) : item["udp"].Exists ? ("udp", Protocol.Udp) : ("sctp", Protocol.Sctp);
        var port = item[field]["destinationPort"];
        if (port["number"].Exists != port["range"].Exists)
            return port["number"].Exists ? Add(protocol, port["number"], port["number"], match) : Add(protocol, port["range"]["start"], port["range"]["end"], match);
        if (port.Exists) return false;
        match.Add(Connections.Of(protocol, PortSet.All));
        return true;
    }

    private static bool Add(Protocol protocol, Cursor first, Cursor last, PortMatch match)
    {
        var ports = PortSet.Of(first.Number ?? 0, last.Number ?? 0);
        match.Add(Connections.Of(protocol, ports));
        return !ports.IsEmpty;
    }
}
