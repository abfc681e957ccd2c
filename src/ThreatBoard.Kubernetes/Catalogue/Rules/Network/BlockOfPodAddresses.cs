using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Pod addresses are used again by other pods, and several networks never match pods by ipBlock.</summary>
public sealed class BlockOfPodAddresses : ObjectRule
{
    private static readonly Direction[] s_directions = [Direction.Ingress, Direction.Egress];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-15",
        Title: "ipBlock used for pod addresses",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Pod addresses are used again by other pods, and several networks never match pods by ipBlock.",
        Mitigations:
        [
            "Use podSelector and namespaceSelector",
        ],
        Cwe: 923,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var known = ClusterAddresses.Of(cluster);
        return known.IsEmpty ? [] :
            from policy in cluster.Policies
            let blocks = s_directions.SelectMany(direction => policy.Rules(direction).SelectMany(rule => NetworkPolicy.Peers(rule, direction))).Select(peer => peer["ipBlock"]).Where(block => known.Meets(block)).ToList()
            where blocks.Count > 0
            select (policy.Root, new Sighting("It names pods or Services of this cluster by their addresses.", [.. blocks.Take(10).Select(block => block["cidr"].Evidence)]));
    }
}
