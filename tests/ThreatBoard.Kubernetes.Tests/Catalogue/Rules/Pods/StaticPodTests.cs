using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class StaticPodTests
{
    [Theory]
    [InlineData("p", "metadata.annotations['kubernetes.io/config.source']", "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, annotations: {kubernetes.io/config.source: file}}\nspec: {containers: [{name: c}]}")]
    [InlineData("p", "metadata.annotations['kubernetes.io/config.mirror']", "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, annotations: {kubernetes.io/config.mirror: x}}\nspec: {containers: [{name: c}]}")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new StaticPod()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: p, namespace: shop}\nspec: {template: {spec: {containers: [{name: c}]}}}")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c}]}")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, annotations: {kubernetes.io/config.source: api}}\nspec: {containers: [{name: c}]}")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new StaticPod()));
}
