namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about paths (TB-CHAIN) find something.</summary>
internal static class ChainMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
    ];
}
