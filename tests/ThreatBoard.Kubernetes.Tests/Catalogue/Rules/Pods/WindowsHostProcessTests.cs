using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class WindowsHostProcessTests
{
    [Theory]
    [InlineData("spec.template.spec.securityContext.windowsOptions.hostProcess", "", "securityContext: {windowsOptions: {hostProcess: true}}", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess", "securityContext: {windowsOptions: {hostProcess: true}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new WindowsHostProcess()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "securityContext: {windowsOptions: {hostProcess: false}}", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new WindowsHostProcess()));
}
