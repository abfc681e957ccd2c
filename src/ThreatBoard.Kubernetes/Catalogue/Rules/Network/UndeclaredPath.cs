using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Reach that nobody uses is only good for moving on from a pod that was broken into.</summary>
/// <remarks>Pods that no policy isolates are TB-NET-01: one cause, one finding.</remarks>
public sealed class UndeclaredPath : PodRule
{
    private const int Enough = 5;
    private const int MostAsked = 2_000;

    public override RuleCard Card { get; } = new(
        Code: "TB-NET-10",
        Title: "Allowed path nobody declared",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "Reach that nobody uses is only good for moving on from a pod that was broken into.",
        Mitigations:
        [
            "Tighten the selectors",
            "Draw the flow if it is meant",
        ],
        Cwe: 653,
        Attack: ["T1210"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05"], Microsoft = ["MS-TA9034"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (workload.UsesHostNetwork || !cluster.Reach.IsIsolated(workload, Direction.Ingress)) return [];
        var sources = cluster.Reach.MayEnter(workload).Take(MostAsked)
            .Where(from => from.Namespace != workload.Namespace && !from.UsesHostNetwork && !DeclaredFlows.In(cluster).Join(from, workload)
                && cluster.Reach.Between(from, workload).State == Reachable.Allowed)
            .Take(Enough).ToList();
        if (sources.Count == 0) return [];
        var admitted = cluster.Reach.Explain(sources[0], workload).Reasons.Where(reason => reason is { Direction: Direction.Ingress, Kind: ReasonKind.Admitted }).Select(reason => reason.Evidence).OfType<Evidence>();
        return [new($"{string.Join(", ", sources.Select(from => $"{from.Namespace}/{from.Name}"))} may connect to it from another namespace, and no flow says so.", [.. admitted.Take(Enough)])];
    }
}
