using ThreatBoard.Kubernetes.Catalogue;

namespace ThreatBoard.Kubernetes.Tests.Catalogue;

/// <summary>Everything that manifests alone can decide has its rule; what needs the settings of a cluster (TB-CP-01 to 05 and 07, TB-SEC-06) is not among it.</summary>
public sealed class CompletenessTests
{
    private static readonly (string Family, int First, int Last)[] s_families =
    [
        ("CTR", 1, 17), ("POD", 1, 17), ("NET", 1, 20), ("EXP", 1, 11), ("RBAC", 1, 21), ("SA", 1, 5), ("SEC", 1, 5), ("NS", 1, 6), ("AVL", 1, 6), ("SUP", 1, 5),
        ("CP", 6, 6), ("CP", 8, 8), ("CHAIN", 1, 3),
    ];

    [Fact]
    public void Every_threat_that_manifests_decide_has_a_rule()
    {
        var wanted = s_families.SelectMany(family => Enumerable.Range(family.First, family.Last - family.First + 1).Select(number => $"TB-{family.Family}-{number:00}")).ToList();

        Assert.Equal(118, wanted.Count);
        Assert.Equal("", string.Join(", ", wanted.Except(KubernetesRules.All.Select(rule => rule.Card.Code))));
    }
}
