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

    /// <summary>Rules that later ones are held against; hostile sets have policies without end.</summary>
    private const int MostBefore = 500;

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
        var covered = Covered(cluster);
        return
            from policy in ClusterPolicy.Kinds.SelectMany(cluster.All)
            let tied = ties[policy.Object.Key].ToList()
            let shadowed = covered[policy.Object.Key].ToList()
            where tied.Count > 0 || shadowed.Count > 0
            select (policy, new Sighting(
                tied.Count > 0 ? tied[0].Message : "A rule of it never counts: an earlier one covers it.",
                [.. tied.Select(tie => tie.Evidence).Take(MostShown), .. shadowed.Select(rule => rule.Evidence).Take(MostShown)]));
    }

    /// <summary>By policy, its rules whose peers and ports an earlier rule for the same pods speaks of already, whatever either does with them.</summary>
    private static ILookup<string, Cursor> Covered(Cluster cluster) => (
        from policy in ClusterPolicy.Kinds.SelectMany(cluster.All)
        group policy by (policy.Object.Kind, policy["spec"]["tier"].Text, Subject: policy["spec"]["subject"].ToText()) into same
        from field in s_fields
        from rule in Covered(same, field.Rules, field.Peers)
        select rule).ToLookup(rule => rule.Object.Key, StringComparer.Ordinal);

    /// <summary>Of policies with equal priorities neither comes before the other.</summary>
    private static IEnumerable<Cursor> Covered(IEnumerable<Cursor> policies, string rules, string peers)
    {
        var before = new List<Spoken>();
        foreach (var equal in policies.GroupBy(policy => policy["spec"]["priority"].Number ?? 0).OrderBy(group => group.Key))
        {
            var beside = new List<Spoken>();
            foreach (var policy in equal)
            {
                var own = new List<Spoken>();
                foreach (var rule in policy["spec"][rules].Items.Take(MostRules))
                {
                    var spoken = new Spoken(rule[peers].Items.Select(peer => peer.ToText()).ToHashSet(StringComparer.Ordinal), Ports(rule));
                    if (before.Exists(spoken.IsCoveredBy) || own.Exists(spoken.IsCoveredBy)) yield return rule["action"];
                    own.Add(spoken);
                }

                beside.AddRange(own);
            }

            before.AddRange(beside.Take(MostBefore - before.Count));
        }
    }

    private static string Ports(Cursor rule) => rule["ports"].ToText() + rule["protocols"].ToText();

    /// <summary>What a rule speaks of.</summary>
    private sealed record Spoken(HashSet<string> Peers, string Ports)
    {
        public bool IsCoveredBy(Spoken earlier) => Peers.Count > 0 && (earlier.Ports.Length == 0 || earlier.Ports == Ports) && Peers.IsSubsetOf(earlier.Peers);
    }
}
