using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Turns the rules of NetworkPolicies into entries; what the API would refuse admits nothing and is told.</summary>
internal sealed class NetworkPolicyReader(PodClasses classes, ReachSettings settings, PolicyProblems problems)
{
    private readonly NetworkPolicyPorts _ports = new(problems);

    public Layer Read(NetworkPolicy policy, Direction direction)
    {
        var entries = policy.Rules(direction).Select(rule => new Entry(Ruling.Admit, PeersOf(policy, rule, direction), _ports.Read(rule, direction), rule));
        return new(policy.Root, 0, [.. entries]);
    }

    /// <summary>Tells what is odd about the policy as a whole.</summary>
    public void Check(NetworkPolicy policy)
    {
        var spec = policy.Spec;
        if (!spec["podSelector"].Exists)
            problems.Warn(PolicyFault.MissingSelector, spec["podSelector"], "podSelector is missing; it counts as empty and selects every pod of the namespace.");
        problems.Selector(spec["podSelector"]);
        foreach (var type in spec["policyTypes"].Items.Where(type => type.Text is not ("Ingress" or "Egress")))
            problems.Refuse(PolicyFault.BadPolicyType, type, $"'{type.Text}' is not a policy type: there are Ingress and Egress.");
        foreach (var (direction, rules) in new[] { (Direction.Ingress, spec["ingress"]), (Direction.Egress, spec["egress"]) })
            if (!policy.Isolates(direction) && rules.Items.Any())
                problems.Warn(PolicyFault.IgnoredRules, rules, $"policyTypes does not list {direction}, so these rules are ignored.");
    }

    /// <summary>The pods that the selectors of a peer select together; those of the policy's namespace where it selects none.</summary>
    public Selection Select(NetworkPolicy policy, Cursor peer)
    {
        var (pods, namespaces) = (peer["podSelector"], peer["namespaceSelector"]);
        if (!pods.Exists && !namespaces.Exists) return Selection.Nothing(classes.All.Count);
        var selected = namespaces.Exists ? classes.Namespaces.In(new LabelSelector(namespaces)) : classes.Namespaces.In(policy.Object.Namespace);
        if (pods.Exists) selected.And(classes.Carrying(new LabelSelector(pods)));
        selected.Sure.ExceptWith(classes.Hosts);
        return selected;
    }

    private PeerMatch PeersOf(NetworkPolicy policy, Cursor rule, Direction direction)
    {
        var match = new PeerMatch(classes.All.Count);
        var any = true;
        foreach (var peer in NetworkPolicy.Peers(rule, direction))
        {
            any = false;
            Add(peer, policy, match);
        }
        return any ? PeerMatch.Everybody(classes.All.Count) : match;
    }

    private void Add(Cursor peer, NetworkPolicy policy, PeerMatch match)
    {
        var (pods, namespaces, block) = (peer["podSelector"], peer["namespaceSelector"], peer["ipBlock"]);
        if (block.Exists)
        {
            if (pods.Exists || namespaces.Exists) problems.Refuse(PolicyFault.MixedPeer, peer, "ipBlock stands in one peer with a selector; the peer matches nothing.");
            else AddBlock(block, match);
        }
        else if (!pods.Exists && !namespaces.Exists)
            problems.Refuse(PolicyFault.EmptyPeer, peer, "An empty rule peer: it needs a selector or an ipBlock, and matches nothing so.");
        else
        {
            problems.Selector(namespaces);
            problems.Selector(pods);
            match.AddPods(Select(policy, peer));
        }
    }

    private void AddBlock(Cursor block, PeerMatch match)
    {
        if (AddressRange.ParseBlock(block["cidr"].Text) is not { } range)
        {
            problems.Refuse(PolicyFault.BadBlock, block["cidr"], $"'{block["cidr"].Text}' is not a block of addresses; the peer matches nothing.");
            return;
        }
        var addresses = AddressSet.OfBlock(range);
        foreach (var except in block["except"].Items)
        {
            if (AddressRange.ParseBlock(except.Text) is not { } hole)
                problems.Refuse(PolicyFault.BadExcept, except, $"'{except.Text}' is not a block of addresses.");
            else if (!range.Contains(hole) || hole == range)
                problems.Refuse(PolicyFault.BadExcept, except, $"'{except.Text}' does not lie inside {block["cidr"].Text}.");
            else addresses = addresses.Except(AddressSet.OfBlock(hole));
        }
        match.AddAddresses(addresses);
        if (settings.BlocksMatchPods)
        {
            var pods = classes.At(addresses);
            pods.Sure.ExceptWith(classes.Hosts);
            match.AddPods(pods);
        }
        // The address of a node, behind which pods in its network stand, may lie in any block.
        match.AddPods(new(new(classes.All.Count), classes.Hosts.Copy()));
    }
}
