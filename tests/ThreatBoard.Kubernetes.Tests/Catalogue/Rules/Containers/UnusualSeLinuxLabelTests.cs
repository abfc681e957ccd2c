using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class UnusualSeLinuxLabelTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.seLinuxOptions.type", "securityContext: {seLinuxOptions: {type: spc_t}}", "", "")]
    [InlineData("spec.template.spec.securityContext.seLinuxOptions.user", "", "securityContext: {seLinuxOptions: {user: u}}", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new UnusualSeLinuxLabel()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {seLinuxOptions: {type: container_t}}", "", "")]
    [InlineData("securityContext: {seLinuxOptions: {level: s0}}", "securityContext: {seLinuxOptions: {type: spc_t}}", "")]
    [InlineData("securityContext: {seLinuxOptions: {type: container_engine_t}}", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new UnusualSeLinuxLabel()));
}
