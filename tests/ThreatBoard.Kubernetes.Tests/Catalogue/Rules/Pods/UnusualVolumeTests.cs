using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class UnusualVolumeTests
{
    [Theory]
    [InlineData("spec.template.spec.volumes[0].nfs", "", "volumes: [{name: v, nfs: {server: s, path: /}}]", "")]
    [InlineData("spec.template.spec.volumes[1].gitRepo", "", "volumes: [{name: v, emptyDir: {}}, {name: w, gitRepo: {repository: r}}]", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new UnusualVolume()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "volumes: [{name: v, csi: {driver: d}}, {name: w, persistentVolumeClaim: {claimName: c}}]", "")]
    [InlineData("", "volumes: [{name: v, hostPath: {path: /data}}]", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new UnusualVolume()));
}
