using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>The rules about credentials (TB-SEC), in the order of their codes.</summary>
internal static class SecretRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new SecretInEnvironment(),
        new PlainCredential(),
        new CredentialInConfigMap(),
        new SecretCommitted(),
        new SharedSecret(),
    ];
}
