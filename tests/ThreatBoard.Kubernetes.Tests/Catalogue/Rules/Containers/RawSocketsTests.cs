using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class RawSocketsTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.drop", "", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.add", "securityContext: {capabilities: {drop: [ALL], add: [NET_RAW]}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new RawSockets()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("securityContext: {capabilities: {drop: [ALL]}}", "", "")]
    [InlineData("securityContext: {capabilities: {drop: [NET_RAW]}}", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new RawSockets()));
}
