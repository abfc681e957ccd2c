using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>Every rule finds something in the hardened sample once one thing in it is changed, and nothing grave before.</summary>
public sealed class MutationTests
{
    private static readonly Mutation[] s_all =
    [
        .. ContainerMutations.All, .. PodMutations.All, .. NetworkMutations.All, .. ExposureMutations.All, .. AccessMutations.All, .. IdentityMutations.All,
        .. SecretMutations.All, .. NamespaceMutations.All, .. AvailabilityMutations.All, .. SupplyMutations.All, .. ControlPlaneMutations.All, .. ChainMutations.All,
    ];

    private static readonly HashSet<string> s_rules = [.. KubernetesRules.All.Select(rule => rule.Card.Code)];

    private static readonly Lazy<ILookup<string, FindingKey>> s_before = new(() => Found(TestModel.Of(Sample.Hardened)));

    public static TheoryData<string> Codes => [.. s_all.Select(mutation => mutation.Code).Where(s_rules.Contains)];

    [Fact]
    public void Every_rule_has_a_mutation()
    {
        var missing = s_rules.Except(s_all.Select(mutation => mutation.Code)).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"Say in Catalogue/Mutations which change of the hardened sample makes these rules find something: {string.Join(", ", missing)}.");
        Assert.Equal(s_all.Length, s_all.Select(mutation => mutation.Code).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_change_of_the_hardened_sample_makes_the_rule_find_something(string code)
    {
        var model = TestModel.Of(s_all.Single(mutation => mutation.Code == code).Applied());

        Assert.DoesNotContain(model.Reading.Problems, problem => problem.Severity == ProblemSeverity.Refused);
        Assert.NotEmpty(Found(model)[code].Except(s_before.Value[code]));
    }

    [Fact]
    public void Unchanged_the_hardened_sample_shows_nothing_above_medium()
    {
        var grave = TestModel.Of(Sample.Hardened).AllFindings().Where(f => BandScale.Usual.Of(f.Suggested.Score) > RiskBand.Medium).Select(f => $"{f.Card.Code}: {f.Because}");

        Assert.Empty(grave);
    }

    private static ILookup<string, FindingKey> Found(TestModel model) =>
        model.AllFindings().Where(f => f.Answer == Answer.Found).ToLookup(f => f.Card.Code, f => f.Key);
}
