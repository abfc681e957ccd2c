using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>A compromised pod may call home, scan the cluster or read the cloud metadata address.</summary>
public sealed class NoEgressIsolation : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-02",
        Title: "No egress isolation",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 4, Impact: 3),
        Why: "A compromised pod may call home, scan the cluster or read the cloud metadata address.",
        Mitigations:
        [
            "Default-deny egress, allow DNS and named peers",
        ],
        Cwe: 923,
        Attack: ["T1048", "T1071", "T1567"],
        References: new() { Owasp = ["K05"], Cis = ["5.3.2"], Microsoft = ["MS-TA9034", "MS-TA9033"], Guide = "network separation" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (cluster.Isolation.Of(workload, Direction.Egress).Any())
            return workload.UsesHostNetwork
                ? [new("A policy selects it, but most networks do not isolate pods on the host network.", [workload.Pod["hostNetwork"].Evidence]) { Answer = Answer.CannotTell }]
                : [];
        var state = cluster.Reach.ToInternet(workload);
        return state.State switch
        {
            Reachable.Allowed => [new("No NetworkPolicy that was read isolates its egress.", [.. PolicyEvidence.Of(workload.Namespace, cluster)])],
            Reachable.CannotTell => [new("No NetworkPolicy isolates its egress; whether another policy does cannot be told.", [.. PolicyEvidence.Of(workload.Namespace, cluster)]) { Answer = Answer.CannotTell }],
            _ => [],
        };
    }
}
