using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The rules about who may talk to whom (TB-NET), in the order of their codes.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new NoIngressIsolation(),
        new NoEgressIsolation(),
        new NoDefaultDeny(),
        new PolicyAdmitsEveryNamespace(),
        new PolicyOpensToAnyAddress(),
        new EgressToWholeInternet(),
        new MetadataReachable(),
        new StoreOpenToOthers(),
        new DeclaredFlowBlocked(),
        new UndeclaredPath(),
        new PolicySelectsNothing(),
        new PeerSelectsNothing(),
        new RulesIgnored(),
        new UnknownPortName(),
        new BlockOfPodAddresses(),
        new ClearTextFlow(),
        new MeshNotStrict(),
        new TlsNotVerified(),
        new PolicyTie(),
        new HostPodsNotCovered(),
    ];
}
