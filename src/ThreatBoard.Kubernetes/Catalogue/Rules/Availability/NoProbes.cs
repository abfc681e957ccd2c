using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>Traffic keeps flowing to a hung or half-started process.</summary>
public sealed class NoProbes : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-AVL-05",
        Title: "No health probes",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Traffic keeps flowing to a hung or half-started process.",
        Mitigations:
        [
            "Add readiness and liveness probes",
        ],
        Attack: ["T1499"]);

    protected override Sighting? Look(Container container, Cluster cluster) =>
        container.Role == ContainerRole.Main && RunsOn(container.Workload) && !container.At["readinessProbe"].Exists && !container.At["livenessProbe"].Exists
            ? new("Nothing asks whether it is ready, or alive.", [container.At["readinessProbe"].Evidence, container.At["livenessProbe"].Evidence])
            : null;

    /// <summary>What ends by itself needs no probe.</summary>
    private static bool RunsOn(Workload workload) =>
        workload.Object.Kind is not ("Job" or "CronJob") && (workload.Pod["restartPolicy"].Text is null or "Always");
}
