using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>The rules about namespaces (TB-NS), in the order of their codes.</summary>
internal static class NamespaceRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new NoPodSecurityLevel(),
        new LevelCouldBeRaised(),
        new PodAgainstItsLevel(),
        new DefaultNamespaceUsed(),
        new TiersShareNamespace(),
        new OwnWorkloadInSystemNamespace(),
    ];
}
