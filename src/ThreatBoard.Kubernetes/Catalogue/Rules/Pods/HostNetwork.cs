using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>The pod uses the node address, reaches localhost-bound services and most CNIs no longer apply NetworkPolicy to it.</summary>
public sealed class HostNetwork : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-03",
        Title: "Uses the host network",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The pod uses the node address, reaches localhost-bound services and most CNIs no longer apply NetworkPolicy to it.",
        Mitigations:
        [
            "Remove hostNetwork",
            "If it is a CNI/ingress agent, document it as accepted risk",
        ],
        Cwe: 653,
        Attack: ["T1040", "T1046"],
        References: new() { Owasp = ["K01", "K05"], Cis = ["5.2.5"], PodSecurity = "baseline: Host Namespaces", Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Pod["hostNetwork"] is { Flag: true } at ? [new("It uses the network of its node.", [at.Evidence])] : [];
}
