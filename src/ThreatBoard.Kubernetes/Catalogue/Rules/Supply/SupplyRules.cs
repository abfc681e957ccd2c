using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>The rules about images and admission (TB-SUP), in the order of their codes.</summary>
internal static class SupplyRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new MutableImageTag(),
        new UnapprovedRegistry(),
        new NoImageVerification(),
        new WebhookThatFailsOpen(),
        new WebhookThatAnyoneMayAnswer(),
    ];
}
