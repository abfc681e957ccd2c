using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>A pod deployed tomorrow starts unisolated even though today's pods are covered.</summary>
public sealed class NoDefaultDeny : NamespaceRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-03",
        Title: "Namespace has no default-deny policy",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "A pod deployed tomorrow starts unisolated even though today's pods are covered.",
        Mitigations:
        [
            "Add default-deny-all for both directions",
        ],
        Cwe: 1188,
        Attack: ["T1210"],
        References: new() { Owasp = ["K05"], Cis = ["5.3.2"], Microsoft = ["MS-TA9034"] });

    protected override Sighting? Look(string name, Cluster cluster)
    {
        if (IsEmpty(name, cluster)) return null;
        var open = new[] { Direction.Ingress, Direction.Egress }.Where(direction => !cluster.Isolation.DeniesByDefault(name, direction)).ToList();
        return open.Count == 0 ? null : new($"No policy denies {string.Join(" and ", open).ToLowerInvariant()} by default.", [.. PolicyEvidence.Of(name, cluster)]);
    }

    /// <summary>Nobody deploys pods there, or nothing is known of it but its name.</summary>
    private static bool IsEmpty(string name, Cluster cluster) =>
        name is "kube-public" or "kube-node-lease" || (cluster.Find($"Namespace/{name}") is null && !cluster.WorkloadsIn(name).Any());
}
