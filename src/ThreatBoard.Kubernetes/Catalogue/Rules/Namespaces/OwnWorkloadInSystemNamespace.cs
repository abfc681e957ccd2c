using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>It gains neighbours, priority and exemptions meant for the platform.</summary>
public sealed class OwnWorkloadInSystemNamespace : PodRule
{
    private static readonly string[] s_places = ["kube-system", "kube-public", "kube-node-lease"];

    public override RuleCard Card { get; } = new(
        Code: "TB-NS-06",
        Title: "Own workload in kube-system",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "It gains neighbours, priority and exemptions meant for the platform.",
        Mitigations:
        [
            "Move it",
        ],
        Cwe: 653,
        Attack: ["T1036.005"],
        References: new() { Owasp = ["K04"], Microsoft = ["MS-TA9023"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        s_places.Contains(workload.Namespace, StringComparer.Ordinal) && !SystemParts.IsOne(workload)
            ? [new($"It lies in {workload.Namespace} and is no part of the platform that is known.", [workload.Root["metadata"]["namespace"].Evidence])]
            : [];
}
