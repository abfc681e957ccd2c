using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>A typo in a label means the control is not there at all.</summary>
public sealed class PolicySelectsNothing : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-11",
        Title: "Policy selects nothing",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "A typo in a label means the control is not there at all.",
        Mitigations:
        [
            "Fix the labels",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var selecting = cluster.Workloads.SelectMany(cluster.Isolation.Selecting).ToHashSet();
        return cluster.Policies.Where(policy => !policy.Selector.IsEmpty && !selecting.Contains(policy))
            .Select(policy => (policy.Root, new Sighting("No pod that was read carries the labels it selects.", [policy.Spec["podSelector"].Evidence])));
    }
}
