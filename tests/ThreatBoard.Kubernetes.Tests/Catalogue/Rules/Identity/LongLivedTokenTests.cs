using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class LongLivedTokenTests
{
    [Theory]
    [InlineData("type", "", "", "{apiVersion: v1, kind: Secret, metadata: {name: t, namespace: shop, annotations: {kubernetes.io/service-account.name: web}}, type: kubernetes.io/service-account-token}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new LongLivedToken()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: v1, kind: Secret, metadata: {name: t, namespace: shop, annotations: {kubernetes.io/service-account.name: web}}, type: Opaque}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new LongLivedToken()));
}
