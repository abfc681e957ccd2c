using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;
using ThreatBoard.Kubernetes.Tests.Paths;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class ExposedEscapeTests
{
    private const string Escaping = "securityContext: {privileged: true}";

    [Fact]
    public void It_is_found_with_its_evidence()
    {
        var model = TestModel.Of(Town.Pod("web", "", Escaping) + Town.Service("web", type: "LoadBalancer"));

        var finding = Assert.Single(model.Findings(new ExposedEscape()));

        Assert.Equal((Answer.Found, "web"), (finding.Answer, model.TitleOf(finding)));
        Assert.Equal("the internet → container c of shop/web, which is privileged, which is root on its node.", finding.Because);
        Assert.Equal(["Service/shop/web", "apps/Deployment/shop/web"], finding.Evidence.Select(seen => seen.Object).Distinct());
    }

    [Fact]
    public void A_pod_behind_another_is_found_where_nothing_guards_it() =>
        Assert.Single(TestModel.Of(Town.Pod("web") + Town.Service("web", type: "NodePort") + Town.Pod("agent", "hostPID: true")).Findings(new ExposedEscape()));

    [Theory]
    [InlineData("LoadBalancer", "")]
    [InlineData("ClusterIP", Escaping)]
    public void It_is_not_found(string type, string container) =>
        Assert.Empty(TestModel.Of(Town.Pod("web", "", container) + Town.Service("web", type: type)).Findings(new ExposedEscape()));
}
