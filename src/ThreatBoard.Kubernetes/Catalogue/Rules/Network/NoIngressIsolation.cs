using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Any pod in any namespace may open a connection to it.</summary>
public sealed class NoIngressIsolation : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-01",
        Title: "No ingress isolation",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 4, Impact: 3),
        Why: "Any pod in any namespace may open a connection to it.",
        Mitigations:
        [
            "Default-deny ingress for the namespace plus explicit allows",
        ],
        Cwe: 923,
        Attack: ["T1046", "T1210"],
        References: new() { Owasp = ["K05"], Cis = ["5.3.2"], Microsoft = ["MS-TA9034"], Guide = "network separation" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (workload.UsesHostNetwork || cluster.Isolation.Of(workload, Direction.Ingress).Any()) yield break;
        var state = cluster.Reach.FromStranger(workload);
        if (!state.Allowed.IsEmpty) yield return new("No NetworkPolicy that was read isolates its ingress.", [.. PolicyEvidence.Of(workload.Namespace, cluster)]);
        else if (!state.Unknown.IsEmpty)
            yield return new("No NetworkPolicy isolates its ingress; whether another policy does cannot be told.", [.. PolicyEvidence.Deciding(cluster.Reach.ExplainFromStranger(workload), workload, cluster)]) { Answer = Answer.CannotTell };
    }
}
