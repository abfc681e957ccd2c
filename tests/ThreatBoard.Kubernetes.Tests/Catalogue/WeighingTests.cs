using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Kubernetes.Tests.Catalogue;

public sealed class WeighingTests
{
    private const string LoadBalancer = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\n";
    private const string Denied = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: shop}\nspec: {policyTypes: [Ingress]}\n---\n";

    [Fact]
    public void What_the_internet_reaches_is_likelier_and_the_reason_is_kept()
    {
        var finding = Privileged(LoadBalancer + Namespace(""));

        Assert.Equal(new Rating(4, 5), finding.Suggested);
        Assert.Equal("It runs privileged. More likely: the internet reaches web through Service/shop/web.", finding.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("annotations: {networking.gke.io/load-balancer-type: Internal}, ")]
    public void What_only_the_inside_reaches_is_not(string internalOnly) => Assert.Equal(new Rating(3, 5), Privileged(
        (internalOnly.Length == 0 ? LoadBalancer + Denied : LoadBalancer.Replace("name: web, namespace", internalOnly + "name: web, namespace", StringComparison.Ordinal)) + Namespace("")).Suggested);

    [Theory]
    [InlineData("baseline", 2)]
    [InlineData("restricted", 2)]
    [InlineData("privileged", 3)]
    public void What_an_enforced_level_forbids_is_less_likely(string level, int likelihood)
    {
        var finding = Privileged(Namespace($"pod-security.kubernetes.io/enforce: {level}"));

        Assert.Equal(new Rating(likelihood, 5), finding.Suggested);
        Assert.Equal(likelihood == 2, finding.Adjusted.Contains($"enforces the {level} level", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_reasons_are_kept_and_what_the_level_allows_is_untouched()
    {
        var findings = Findings(LoadBalancer + Namespace("pod-security.kubernetes.io/enforce: baseline"));

        Assert.Equal(new Rating(3, 5), Assert.Single(findings, f => f.Card.Code == "TB-CTR-01").Suggested);
        Assert.Contains("More likely", findings.Single(f => f.Card.Code == "TB-CTR-01").Adjusted, StringComparison.Ordinal);
        Assert.DoesNotContain("Less likely", findings.Single(f => f.Card.Code == "TB-CTR-03").Adjusted, StringComparison.Ordinal);
        Assert.Equal("", findings.Single(f => f.Card.Code == "TB-NS-03").Adjusted.Replace("More likely: the internet reaches web through Service/shop/web.", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_stay_from_1_to_5() =>
        Assert.All(Findings(LoadBalancer + Namespace("pod-security.kubernetes.io/enforce: restricted")), f => Assert.Null(Rating.Problem(f.Suggested)));

    private static Finding Privileged(string beside) => Assert.Single(Findings(beside), f => f.Card.Code == "TB-CTR-01");

    private static IReadOnlyList<Finding> Findings(string beside) => TestModel.Of(
        beside + "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, securityContext: {privileged: true}}]}}}").AllFindings();

    private static string Namespace(string labels) => $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: shop, labels: {{{labels}}}}}\n---\n";
}
