using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.ControlPlane;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.ControlPlane;

public sealed class RemovedPodSecurityPolicyTests
{
    [Theory]
    [InlineData("kind", "", "", "{apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: {name: a}, spec: {privileged: false}}\n---\n")]
    [InlineData("kind", "", "", "{apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: {name: a}, spec: {privileged: false}}\n---\n{apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: {name: b}, spec: {privileged: false}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new RemovedPodSecurityPolicy()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b, namespace: shop}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new RemovedPodSecurityPolicy()));
}
