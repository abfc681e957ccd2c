using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class EscapeCapabilityAddedTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {add: [SYS_ADMIN]}}", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {add: [cap_bpf]}}", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {add: [ALL]}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new EscapeCapabilityAdded()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {capabilities: {add: [NET_ADMIN]}}", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new EscapeCapabilityAdded()));
}
