using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Turns the rules of cluster-scoped policies into entries, in their order; what is not understood fails closed.</summary>
internal sealed class ClusterPolicyReader(PodClasses classes, PolicyProblems problems, ClusterPolicyPeers peers)
{
    private readonly ClusterPolicyPorts _ports = new(problems);

    /// <summary>The pods that a policy is for; none where it does not say, and never one in the network of its node.</summary>
    public Selection SubjectOf(ClusterPolicy policy)
    {
        var subject = policy.Spec["subject"];
        var (namespaces, pods) = (subject["namespaces"], subject["pods"]);
        if (namespaces.Exists == pods.Exists)
        {
            problems.Refuse(PolicyFault.MissingSubject, subject, namespaces.Exists
                ? "The subject holds both namespaces and pods, where exactly one field must be set; the policy is for nobody."
                : "The subject is empty, where exactly one field must be set: namespaces or pods; the policy is for nobody.");
            return Selection.Nothing(classes.All.Count);
        }
        return peers.Selected(namespaces, pods);
    }

    public Layer Read(ClusterPolicy policy, Direction direction) =>
        new(policy.Root, policy.Priority, [.. policy.Rules(direction).SelectMany(rule => EntriesOf(policy, rule, direction))]);

    private IEnumerable<Entry> EntriesOf(ClusterPolicy policy, Cursor rule, Direction direction)
    {
        var ruling = RulingOf(policy, rule["action"]);
        var side = rule[direction == Direction.Ingress ? "from" : "to"];
        if (!side.Items.Any())
        {
            problems.Refuse(PolicyFault.MissingPeers, rule, $"The {(direction == Direction.Ingress ? "from" : "to")} field must be defined and contain at least one item; the rule matches nobody.");
            yield break;
        }
        var (match, strangePeer) = peers.Read(side, policy);
        var (ports, strangePort) = _ports.Read(rule, policy, match);
        yield return new(ruling, match, ports, rule);
        if (ruling == Ruling.Admit || !(strangePeer || strangePort)) yield break;
        var everybody = PeerMatch.Everybody(classes.All.Count);
        yield return new(Ruling.Deny, strangePeer ? everybody : match, strangePort ? PortMatch.Everything : ports, rule);
    }

    private Ruling RulingOf(ClusterPolicy policy, Cursor action)
    {
        var admit = policy.IsSecondGeneration ? "Accept" : "Allow";
        if (action.Text == admit) return Ruling.Admit;
        if (action.Text == "Deny") return Ruling.Deny;
        if (action.Text == "Pass" && !policy.IsSingleBaseline) return Ruling.Pass;
        problems.Refuse(PolicyFault.BadAction, action, $"'{action.Text}' is an unrecognized action: there are {admit}, Deny{(policy.IsSingleBaseline ? "" : " and Pass")}.");
        return Ruling.Unclear;
    }
}
