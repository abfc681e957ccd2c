using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Chains;
using ThreatBoard.Kubernetes.Tests.Paths;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Chains;

public sealed class InternetToStoreTests
{
    private static readonly string s_open = Town.Pod("web") + Town.Service("web", type: "LoadBalancer");

    [Fact]
    public void It_is_found_with_its_evidence()
    {
        var model = TestModel.Of(s_open + Town.Pod("db", port: 3306, image: "mysql"));

        var finding = Assert.Single(model.Findings(new InternetToStore()));

        Assert.Equal((Answer.Found, "db"), (finding.Answer, model.TitleOf(finding)));
        Assert.Equal("2 hops: the internet → container c of shop/web → container c of shop/db.", finding.Because);
        Assert.Contains(finding.Evidence, seen => seen.Path == "spec.template.spec.containers[0].image");
    }

    [Fact]
    public void A_volume_that_outlives_its_pods_counts_as_a_store() =>
        Assert.Equal("files", TestModel.Of(s_open + Town.Pod("files", "volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]")) is var model ? model.TitleOf(Assert.Single(model.Findings(new InternetToStore()))) : "");

    [Fact]
    public void Three_hops_are_found_where_one_is_open_to_all()
    {
        var model = TestModel.Of(s_open + Town.Pod("api") + Town.Pod("db", image: "postgres") + Town.OnlyFrom("db", "api"));

        Assert.StartsWith("3 hops", Assert.Single(model.Findings(new InternetToStore())).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_that_is_open_on_purpose_and_has_a_volume_is_no_store() =>
        Assert.Empty(TestModel.Of(Town.Pod("web", "volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]") + Town.Service("web", type: "LoadBalancer")).Findings(new InternetToStore()));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("web", "api", "db")]
    public void It_is_not_found(string web, string api, string db)
    {
        const string fromOutside = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: in, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}}\n---\n";
        var tiers = web.Length == 0 ? Town.Pod("web") + Town.Pod("db", image: "postgres")
            : s_open + Town.Pod(api) + Town.Pod(db, image: "postgres") + fromOutside + Town.OnlyFrom(api, web) + Town.OnlyFrom(db, api);

        Assert.Empty(TestModel.Of(tiers).Findings(new InternetToStore()));
    }
}
