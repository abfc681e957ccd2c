using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class AppArmorDisabledTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.appArmorProfile.type", "securityContext: {appArmorProfile: {type: Unconfined}}", "", "")]
    [InlineData("spec.template.spec.securityContext.appArmorProfile.type", "", "securityContext: {appArmorProfile: {type: Unconfined}}", "")]
    [InlineData("spec.template.metadata.annotations['container.apparmor.security.beta.kubernetes.io/c']", "", "", ", annotations: {container.apparmor.security.beta.kubernetes.io/c: unconfined}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new AppArmorDisabled()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {appArmorProfile: {type: RuntimeDefault}}", "securityContext: {appArmorProfile: {type: Unconfined}}", "")]
    [InlineData("", "", ", annotations: {container.apparmor.security.beta.kubernetes.io/c: localhost/x}")]
    [InlineData("", "", ", annotations: {container.apparmor.security.beta.kubernetes.io/other: unconfined}")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new AppArmorDisabled()));
}
