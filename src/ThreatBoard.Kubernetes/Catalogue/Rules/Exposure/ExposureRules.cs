using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>The rules about ways in from outside (TB-EXP), in the order of their codes.</summary>
internal static class ExposureRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new OpenLoadBalancer(),
        new NodePortOpen(),
        new ExternalAddresses(),
        new IngressWithoutTls(),
        new OpenListener(),
        new ManagementExposed(),
        new ExposedEscape(),
        new IngressSnippet(),
        new UnnamedHost(),
        new ExternalName(),
        new AmbiguousService(),
    ];
}
