using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Either the flow is broken, or a label was renamed and the rule waits for whoever uses it again.</summary>
public sealed class PeerSelectsNothing : ObjectRule
{
    private static readonly Direction[] s_directions = [Direction.Ingress, Direction.Egress];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-12",
        Title: "Policy peer selects nothing",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Either the flow is broken, or a label was renamed and the rule waits for whoever uses it again.",
        Mitigations:
        [
            "Correct the peer, or delete it",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.Policies
        let peers = s_directions.SelectMany(direction => policy.Rules(direction).SelectMany(rule => NetworkPolicy.Peers(rule, direction)))
        let empty = peers.Select(peer => (Peer: peer, Answer: PeerLookup.In(cluster).IsEmpty(peer, policy.Object.Namespace))).Where(peer => peer.Answer != Answer.NotFound).ToList()
        where empty.Count > 0
        let isFound = empty.Exists(peer => peer.Answer == Answer.Found)
        select (policy.Root, new Sighting(
            isFound ? "No pod that was read is the peer that it names." : "The namespace of its peer was not read.",
            [.. empty.OrderByDescending(peer => peer.Answer == Answer.Found).Select(peer => (peer.Peer["podSelector"].Exists ? peer.Peer["podSelector"] : peer.Peer["namespaceSelector"]).Evidence).Take(10)])
            { Answer = isFound ? Answer.Found : Answer.CannotTell });
}
