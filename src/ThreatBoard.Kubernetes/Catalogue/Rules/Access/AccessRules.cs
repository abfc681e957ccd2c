using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Access;

/// <summary>The rules about rights at the API server (TB-RBAC), in the order of their codes.</summary>
internal static class AccessRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new EverythingAllowed(),
        new WildcardRole(),
        new ClusterAdminBound(),
        new AnonymousRights(),
        new RightsForEverybody(),
        new ReadsSecrets(),
        new CreatesPods(),
        new EntersPods(),
        new ChangesWorkloads(),
        new WidensRights(),
        new Impersonates(),
        new MintsTokens(),
        new ReachesKubelets(),
        new SignsCertificates(),
        new ChangesAdmission(),
        new CreatesVolumes(),
        new DeletesBroadly(),
        new DeletesEvents(),
        new ChangesClusterSettings(),
        new WeakensNamespace(),
        new DanglingBinding(),
    ];
}
