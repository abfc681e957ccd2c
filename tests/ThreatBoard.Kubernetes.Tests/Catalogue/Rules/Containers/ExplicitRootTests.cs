using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class ExplicitRootTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.runAsUser", "securityContext: {runAsUser: 0}", "", "")]
    [InlineData("spec.template.spec.securityContext.runAsUser", "", "securityContext: {runAsUser: 0}", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new ExplicitRoot()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {runAsUser: 101}", "securityContext: {runAsUser: 0}", "")]
    [InlineData("securityContext: {runAsUser: 0}", "hostUsers: false", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new ExplicitRoot()));
}
