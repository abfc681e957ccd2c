using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Namespaces;

public sealed class DefaultNamespaceUsedTests
{
    [Theory]
    [InlineData("default", "metadata.namespace", "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: default}\nspec: {containers: [{name: c}]}\n---\n")]
    [InlineData("default", "metadata.namespace", "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: default}\nspec: {containers: [{name: c}]}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new DefaultNamespaceUsed()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c}]}")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: kubernetes, namespace: default}\nspec: {}")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kubernetes, namespace: default}")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new DefaultNamespaceUsed()));

    [Fact]
    public void Without_a_namespace_nobody_can_tell() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}]}").Findings(new DefaultNamespaceUsed())).Answer);
}
