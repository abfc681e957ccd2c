using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The policy reads as if it were complete, but pods in the network of their node are neither its subjects nor its peers.</summary>
public sealed class HostPodsNotCovered : ObjectRule
{
    private const int MostHosts = 200;
    private static readonly (string Rules, string Peers)[] s_fields = [("ingress", "from"), ("egress", "to")];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-20",
        Title: "Admin policy cannot cover host-network pods or services by IP",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "The policy reads as if it were complete, but pods in the network of their node are neither its subjects nor its peers.",
        Mitigations:
        [
            "Take hostNetwork away, or filter on the node",
        ],
        Cwe: 693,
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var hosts = cluster.Workloads.Where(workload => workload.UsesHostNetwork).Take(MostHosts).ToList();
        return hosts.Count == 0 ? [] :
            from policy in ClusterPolicy.Kinds.SelectMany(cluster.All).Select(root => new ClusterPolicy(root))
            where policy.Tier == PolicyTier.Admin
            let named = Named(policy).Select(at => (At: at, Pods: hosts.Where(host => IsMeant(at, host, cluster)).ToList())).FirstOrDefault(named => named.Pods.Count > 0)
            where named.Pods is not null
            select (policy.Root, new Sighting(
                $"It does not hold for {string.Join(", ", named.Pods.Select(pod => pod.Name).Take(5))}, which its selectors seem to name.",
                [named.At.Evidence, .. named.Pods.Take(5).Select(pod => pod.Pod["hostNetwork"].Evidence)]));
    }

    private static IEnumerable<Cursor> Named(ClusterPolicy policy) =>
        s_fields.SelectMany(field => policy.Spec[field.Rules].Items.Where(rule => rule["action"].Text != "Pass").SelectMany(rule => rule[field.Peers].Items)).Prepend(policy.Spec["subject"]);

    private static bool IsMeant(Cursor at, Workload host, Cluster cluster)
    {
        var (spaces, pods) = at["pods"].Exists ? (at["pods"]["namespaceSelector"], at["pods"]["podSelector"]) : (at["namespaces"], default(Cursor?));
        return spaces.Exists && new LabelSelector(spaces).Matches(PeerLookup.In(cluster).LabelsOf(host.Namespace)) && (pods is not { } labels || new LabelSelector(labels).Matches(host.Labels));
    }
}
