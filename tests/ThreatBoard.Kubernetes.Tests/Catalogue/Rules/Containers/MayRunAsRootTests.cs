using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class MayRunAsRootTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.runAsNonRoot", "", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.runAsNonRoot", "securityContext: {runAsNonRoot: false}", "securityContext: {runAsNonRoot: true}", "")]
    [InlineData("spec.template.spec.securityContext.runAsNonRoot", "", "securityContext: {runAsNonRoot: false}", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new MayRunAsRoot()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("securityContext: {runAsNonRoot: true}", "", "")]
    [InlineData("", "securityContext: {runAsNonRoot: true}", "")]
    [InlineData("", "hostUsers: false", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new MayRunAsRoot()));
}
