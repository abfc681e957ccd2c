using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>The rules about attack paths (TB-CHAIN), in the order of their codes.</summary>
internal static class ChainRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new InternetToStore(),
        new PodToClusterAdmin(),
        new EscapeBesidePower(),
    ];
}
