using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class UnusualCapabilityAddedTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {add: [NET_ADMIN]}}", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {add: [CHOWN, CAP_IPC_LOCK]}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new UnusualCapabilityAdded()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {capabilities: {add: [CHOWN, net_bind_service]}}", "", "")]
    [InlineData("securityContext: {capabilities: {add: [NET_ADMIN, SYS_ADMIN]}}", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new UnusualCapabilityAdded()));
}
