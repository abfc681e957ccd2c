using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>The rules about service accounts (TB-SA), in the order of their codes.</summary>
internal static class IdentityRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new TokenNotNeeded(),
        new DefaultServiceAccount(),
        new PowerfulIdentity(),
        new LongLivedToken(),
        new CloudIdentity(),
    ];
}
