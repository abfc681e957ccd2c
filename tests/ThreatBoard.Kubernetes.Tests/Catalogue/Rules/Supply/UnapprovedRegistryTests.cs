using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Supply;

public sealed class UnapprovedRegistryTests
{
    [Theory]
    [InlineData("c", "spec.containers[0].image", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: \"registry.example.com, docker.io/library\"}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c, image: quay.io/a/b}]}")]
    [InlineData("c", "spec.containers[0].image", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: docker.io/library}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c, image: someone/nginx}]}")]
    [InlineData("c", "spec.containers[0].image", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: registry.example.com}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c, image: registry.example.com.evil.io/x}]}")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new UnapprovedRegistry()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: docker.io/library}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c, image: nginx:1}]}")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: registry.example.com:5000/team}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c, image: registry.example.com:5000/team/x@sha256:1}]}")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {}, annotations: {threatboard/approved-registries: docker.io}}\n---\n")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new UnapprovedRegistry()));

    [Fact]
    public void Without_a_list_nobody_can_tell_and_says_so_once_a_namespace()
    {
        var model = TestModel.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: a, image: x}, {name: b, image: ghcr.io/y/z}]}");

        var finding = Assert.Single(model.Findings(new UnapprovedRegistry()));

        Assert.Equal((Answer.CannotTell, "shop"), (finding.Answer, model.TitleOf(finding)));
        Assert.Contains("docker.io, ghcr.io", finding.Because, StringComparison.Ordinal);
    }
}
