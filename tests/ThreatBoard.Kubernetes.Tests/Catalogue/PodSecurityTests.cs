using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Catalogue;

/// <summary>The rules against Kubernetes' own fixtures of the Pod Security Standards, where a rule and a check mean the same.</summary>
public sealed class PodSecurityTests
{
    [Theory]
    [InlineData("baseline", "privileged", "TB-CTR-01")]
    [InlineData("baseline", "hostnamespaces", "TB-POD-01", "TB-POD-02", "TB-POD-03")]
    [InlineData("restricted", "allowprivilegeescalation", "TB-CTR-02")]
    [InlineData("restricted", "runasnonroot", "TB-CTR-03")]
    [InlineData("restricted", "capabilities_baseline", "TB-CTR-05", "TB-CTR-07", "TB-CTR-08")]
    [InlineData("restricted", "seccompprofile_restricted", "TB-CTR-10", "TB-CTR-11")]
    public void What_a_check_refuses_a_rule_finds(string level, string check, params string[] codes) =>
        Assert.All(Fixtures(level, "fail", check), file => Assert.Contains(CodesIn(file), codes.Contains));

    [Theory]
    [InlineData("baseline", "TB-CTR-01", "TB-CTR-05", "TB-CTR-11", "TB-POD-01", "TB-POD-02", "TB-POD-03")]
    [InlineData("restricted", "TB-CTR-01", "TB-CTR-02", "TB-CTR-03", "TB-CTR-04", "TB-CTR-05", "TB-CTR-07", "TB-CTR-10", "TB-CTR-11", "TB-POD-01", "TB-POD-02", "TB-POD-03")]
    public void What_the_checks_admit_no_rule_finds(string level, params string[] codes) =>
        Assert.All(Fixtures(level, "pass", ""), file => Assert.DoesNotContain(CodesIn(file), codes.Contains));

    private static IReadOnlyList<string> CodesIn(string file) =>
        [.. TestModel.Of([new Upload("pod.yaml", File.ReadAllBytes(file))]).AllFindings().Select(f => f.Card.Code)];

    private static string[] Fixtures(string level, string verdict, string check)
    {
        var folder = Corpus.At("checks", "pss", "v1.37", level, verdict);
        Assert.SkipWhen(folder is null, Corpus.Absent);
        return Directory.GetFiles(folder!, $"{check}*.yaml");
    }
}
