using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Namespaces;

public sealed class NoPodSecurityLevelTests
{
    [Theory]
    [InlineData("", Answer.Found)]
    [InlineData(", labels: {pod-security.kubernetes.io/enforce: privileged}", Answer.Found)]
    [InlineData(", labels: {pod-security.kubernetes.io/warn: restricted}", Answer.Found)]
    public void It_is_found_with_its_evidence(string labels, Answer answer)
    {
        var finding = Assert.Single(Model(labels).Findings(new NoPodSecurityLevel()));

        Assert.Equal((answer, "metadata.labels['pod-security.kubernetes.io/enforce']"), (finding.Answer, finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("restricted")]
    public void It_is_not_found(string level) =>
        Assert.Empty(Model($", labels: {{pod-security.kubernetes.io/enforce: {level}}}").Findings(new NoPodSecurityLevel()));

    [Fact]
    public void Without_the_Namespace_object_nobody_can_tell() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}").Findings(new NoPodSecurityLevel())).Answer);

    private static TestModel Model(string labels) => TestModel.Of($"apiVersion: v1\nkind: Namespace\nmetadata: {{name: shop{labels}}}");
}
