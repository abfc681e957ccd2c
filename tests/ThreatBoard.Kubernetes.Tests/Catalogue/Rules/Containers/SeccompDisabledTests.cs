using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class SeccompDisabledTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.seccompProfile.type", "securityContext: {seccompProfile: {type: Unconfined}}", "", "")]
    [InlineData("spec.template.spec.securityContext.seccompProfile.type", "", "securityContext: {seccompProfile: {type: Unconfined}}", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new SeccompDisabled()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {seccompProfile: {type: RuntimeDefault}}", "securityContext: {seccompProfile: {type: Unconfined}}", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new SeccompDisabled()));

    [Fact]
    public void The_old_annotation_counts_too() =>
        Assert.Single(TestModel.OfPod(template: ", annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}").Findings(new SeccompDisabled()));
}
