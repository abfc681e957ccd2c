using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Reads the subject and the peers of cluster-scoped policies: namespaces, pods, nodes, networks, domain names.</summary>
internal sealed class ClusterPolicyPeers(Cluster cluster, PodClasses classes, ReachSettings settings, PolicyProblems problems)
{
    private static readonly string[] s_fields = ["namespaces", "pods", "nodes", "networks", "domainNames"];

    /// <summary>Whom the list names, and whether a peer in it is not understood.</summary>
    public (PeerMatch Match, bool IsStrange) Read(Cursor list, ClusterPolicy policy)
    {
        var match = new PeerMatch(classes.All.Count);
        var strange = false;
        foreach (var peer in list.Items)
        {
            if (s_fields.Count(field => peer[field].Exists) == 1) Add(peer, match);
            else
            {
                strange = true;
                problems.Refuse(PolicyFault.BadPeer, peer, $"In a peer of {policy.Object.Kind} exactly one field must be set ({string.Join(", ", s_fields)}); nobody is accepted by it, and a rule that denies or passes denies everybody.");
            }
        }
        return (match, strange);
    }

    /// <summary>The pods of a subject or peer; a selector that is not there selects everything.</summary>
    public Selection Selected(Cursor namespaces, Cursor pods)
    {
        var selected = namespaces.Exists
            ? classes.Namespaces.In(problems.Selector(namespaces))
            : classes.Namespaces.In(problems.Selector(pods["namespaceSelector"])).And(classes.Carrying(problems.Selector(pods["podSelector"])));
        selected.Sure.ExceptWith(classes.Hosts);
        selected.Maybe.ExceptWith(classes.Hosts);
        return selected;
    }

    private void Add(Cursor peer, PeerMatch match)
    {
        if (peer["networks"].Exists) AddNetworks(peer["networks"], match);
        else if (peer["nodes"].Exists) AddNodes(peer["nodes"], match);
        else if (peer["domainNames"].Exists) match.AddMaybe(AddressSet.Of(AddressRange.Any));
        else match.AddPods(Selected(peer["namespaces"], peer["pods"]));
    }

    private void AddNetworks(Cursor networks, PeerMatch match)
    {
        foreach (var network in networks.Items)
        {
            if (AddressRange.ParseBlock(network.Text) is not { } range)
            {
                problems.Refuse(PolicyFault.BadBlock, network, $"'{network.Text}' is not a block of addresses; it matches nothing.");
                continue;
            }
            if (!range.IsIPv4) problems.Warn(PolicyFault.IPv6Network, network, $"'{network.Text}' is a block of IPv6, and never matches an address of IPv4.");
            var addresses = AddressSet.OfBlock(range);
            match.AddAddresses(addresses);
            if (!settings.NetworksMatchPods) continue;
            var pods = classes.At(addresses);
            pods.Sure.ExceptWith(classes.Hosts);
            match.AddPods(pods);
            match.AddPods(OnNodes());
        }
    }

    /// <summary>Pods in the network of a node are no peers, but the node's address may be.</summary>
    private Selection OnNodes() => new(new(classes.All.Count), classes.Hosts.Copy());

    private void AddNodes(Cursor nodes, PeerMatch match)
    {
        var selector = problems.Selector(nodes);
        var known = cluster.All("Node").ToList();
        if (known.Count == 0) match.AddMaybe(AddressSet.Private);
        match.AddPods(OnNodes());
        foreach (var node in known.Where(node => selector.Matches(node.Object.Labels)))
            foreach (var address in node["status"]["addresses"].Items)
                if (AddressRange.ParseAddress(address["address"].Text) is { } found) match.AddAddresses(AddressSet.Of(found));
    }
}
