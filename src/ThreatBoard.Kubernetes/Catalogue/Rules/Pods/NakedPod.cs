using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Nobody restarts or re-rolls it, so fixes and evictions leave the service down.</summary>
public sealed class NakedPod : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-14",
        Title: "Naked pod without a controller",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Nobody restarts or re-rolls it, so fixes and evictions leave the service down.",
        Mitigations:
        [
            "Use a Deployment, StatefulSet or Job",
        ],
        Attack: ["T1499"],
        References: new() { Owasp = ["K01"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Object.Kind == "Pod" && !workload.Root["metadata"]["ownerReferences"].Items.Any() && !StaticPod.Marks(workload).Any()
            ? [new("Nothing makes it anew when it goes.", [workload.Root["kind"].Evidence])]
            : [];
}
