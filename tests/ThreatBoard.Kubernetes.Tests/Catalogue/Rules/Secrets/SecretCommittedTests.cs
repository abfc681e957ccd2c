using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Secrets;

public sealed class SecretCommittedTests
{
    [Theory]
    [InlineData("data.a", "", "", "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {a: Yg==}}")]
    [InlineData("stringData.a", "", "", "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, stringData: {a: b}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new SecretCommitted()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {a: ''}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {a: Yg==}, sops: {mac: x}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {a: Yg==}, type: kubernetes.io/service-account-token}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new SecretCommitted()));
}
