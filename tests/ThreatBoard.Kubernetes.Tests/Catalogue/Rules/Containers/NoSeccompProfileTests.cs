using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class NoSeccompProfileTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.seccompProfile.type", "", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new NoSeccompProfile()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("securityContext: {seccompProfile: {type: RuntimeDefault}}", "", "")]
    [InlineData("", "securityContext: {seccompProfile: {type: Localhost}}", "")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}", "", "")]
    [InlineData("", "os: {name: windows}", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new NoSeccompProfile()));
}
