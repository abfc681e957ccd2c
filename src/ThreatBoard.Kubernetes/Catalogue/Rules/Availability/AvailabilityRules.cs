using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>The rules about resources and availability (TB-AVL), in the order of their codes.</summary>
internal static class AvailabilityRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new NoMemoryLimit(),
        new NoCpuShare(),
        new NoQuota(),
        new SingleReplica(),
        new NoProbes(),
        new UnboundedScratch(),
    ];
}
