using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.ControlPlane;

/// <summary>The rules about the control plane that manifests decide (TB-CP), in the order of their codes.</summary>
internal static class ControlPlaneRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new ApiReachableByAll(),
        new RemovedPodSecurityPolicy(),
    ];
}
