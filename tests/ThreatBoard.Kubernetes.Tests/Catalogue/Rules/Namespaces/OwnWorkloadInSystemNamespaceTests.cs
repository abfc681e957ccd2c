using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Namespaces;

public sealed class OwnWorkloadInSystemNamespaceTests
{
    [Theory]
    [InlineData("shop-agent", "metadata.namespace", "apiVersion: v1\nkind: Pod\nmetadata: {name: shop-agent, namespace: kube-system, labels: {}}\nspec: {containers: [{name: c}]}")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new OwnWorkloadInSystemNamespace()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c}]}")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: coredns, namespace: kube-system, labels: {}}\nspec: {containers: [{name: c}]}")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: kube-proxy-x, namespace: kube-system, labels: {}}\nspec: {containers: [{name: c}]}")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: thing, namespace: kube-system, labels: {tier: control-plane}}\nspec: {containers: [{name: c}]}")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new OwnWorkloadInSystemNamespace()));
}
