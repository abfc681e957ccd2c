using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class SharedProcessesTests
{
    [Fact]
    public void It_is_found_with_its_evidence()
    {
        var model = Model("shareProcessNamespace: true, containers: [{name: a}, {name: b}]");

        var finding = Assert.Single(model.Findings(new SharedProcesses()));

        Assert.Equal(("p", "spec.shareProcessNamespace"), (model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("containers: [{name: a}, {name: b}]")]
    [InlineData("shareProcessNamespace: false, containers: [{name: a}, {name: b}]")]
    [InlineData("shareProcessNamespace: true, containers: [{name: a}], initContainers: [{name: b}]")]
    public void It_is_not_found(string spec) => Assert.Empty(Model(spec).Findings(new SharedProcesses()));

    private static TestModel Model(string spec) => TestModel.Of($"apiVersion: v1\nkind: Pod\nmetadata: {{name: p, namespace: shop}}\nspec: {{{spec}}}");
}
