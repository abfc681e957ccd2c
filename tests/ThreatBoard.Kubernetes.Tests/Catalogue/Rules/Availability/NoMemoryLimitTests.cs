using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Availability;

public sealed class NoMemoryLimitTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].resources.limits.memory", "", "", "")]
    [InlineData("spec.template.spec.containers[0].resources.limits.memory", "resources: {limits: {cpu: 1}, requests: {memory: 1Gi}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new NoMemoryLimit()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("resources: {limits: {memory: 1Gi}}", "", "")]
    [InlineData("", "", "{apiVersion: v1, kind: LimitRange, metadata: {name: l, namespace: shop}, spec: {limits: [{type: Container, default: {memory: 1Gi}}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new NoMemoryLimit()));
}
