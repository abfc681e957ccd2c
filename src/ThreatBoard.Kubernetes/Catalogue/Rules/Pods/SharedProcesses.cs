using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>A weak side-car can read the memory, environment and files of the main container.</summary>
public sealed class SharedProcesses : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-10",
        Title: "Containers share one process namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "A weak side-car can read the memory, environment and files of the main container.",
        Mitigations:
        [
            "Remove it or keep one trust level per pod",
        ],
        Cwe: 653,
        Attack: ["T1057"],
        References: new() { Owasp = ["K01"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Pod["shareProcessNamespace"] is { Flag: true } at && workload.Containers.Count(c => c.Role == ContainerRole.Main) > 1
            ? [new("Its containers see each other's processes.", [at.Evidence])]
            : [];
}
