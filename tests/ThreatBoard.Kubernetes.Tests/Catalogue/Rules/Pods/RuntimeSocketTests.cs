using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class RuntimeSocketTests
{
    [Theory]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /run/containerd}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /}}]", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new RuntimeSocket()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/log}}]", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new RuntimeSocket()));
}
