using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class SensitiveHostPathTests
{
    [Theory]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /etc}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/log/pods}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/lib}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /opt/../etc/}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/run}}]", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new SensitiveHostPath()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /data}}]", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x}]", "volumes: [{name: v, hostPath: {path: /etcetera}}]", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new SensitiveHostPath()));
}
