using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class OtherHostPathTests
{
    [Theory]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "volumeMounts: [{name: v, mountPath: /d}]", "volumes: [{name: v, hostPath: {path: /data/shop}}]", "")]
    [InlineData("spec.template.spec.volumes[0].hostPath.path", "", "volumes: [{name: v, hostPath: {path: /srv/../data}}]", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new OtherHostPath()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "volumes: [{name: v, hostPath: {path: /etc/ssl}}]", "")]
    [InlineData("", "volumes: [{name: v, hostPath: {path: /data/../run/docker.sock}}]", "")]
    [InlineData("", "volumes: [{name: v, emptyDir: {}}]", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new OtherHostPath()));
}
