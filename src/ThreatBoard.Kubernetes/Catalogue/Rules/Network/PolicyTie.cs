using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Which rule wins is not defined, or the later rule never counts.</summary>
public sealed class PolicyTie : ObjectRule
{
    private const int MostShown = 5;
    private const int MostRules = 100;
    private static readonly (string Rules, string Peers)[] s_fields = [("ingress", "from"), ("egress", "to")];

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-19",
        Title: "Cluster-scoped policy ties or shadows",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "Which rule wins is not defined, or the later rule never counts.",
        Mitigations:
        [
            "A priority of its own for each policy",
            "Delete rules that an earlier one covers",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var ties = cluster.Reach.Problems.Where(problem => problem.Fault == PolicyFault.PriorityTie).ToLookup(problem => problem.Policy, StringComparer.Ordinal);
        return
            from policy in ClusterPolicy.Kinds.SelectMany(cluster.All)
            let tied = ties[policy.Object.Key].ToList()
            let shadowed = s_fields.SelectMany(field => Shadowed([.. policy["spec"][field.Rules].Items.Take(MostRules)], field.Peers)).ToList()
            where tied.Count > 0 || shadowed.Count > 0
            select (policy, new Sighting(
                tied.Count > 0 ? tied[0].Message : "A rule of it never counts: an earlier one covers it.",
                [.. tied.Select(tie => tie.Evidence).Take(MostShown), .. shadowed.Select(rule => rule.Evidence).Take(MostShown)]));
    }

    /// <summary>Rules whose peers and ports an earlier rule speaks of already, whatever either does with them.</summary>
    private static IEnumerable<Cursor> Shadowed(List<Cursor> rules, string peers)
    {
        var before = new List<(HashSet<string> Peers, string Ports)>();
        foreach (var rule in rules)
        {
            var (named, ports) = (rule[peers].Items.Select(peer => peer.ToText()).ToHashSet(StringComparer.Ordinal), Ports(rule));
            if (named.Count > 0 && before.Exists(earlier => (earlier.Ports.Length == 0 || earlier.Ports == ports) && named.IsSubsetOf(earlier.Peers))) yield return rule["action"];
            before.Add((named, ports));
        }
    }

    private static string Ports(Cursor rule) => rule["ports"].ToText() + rule["protocols"].ToText();
}
