using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Availability;

public sealed class UnboundedScratchTests
{
    [Theory]
    [InlineData("spec.template.spec.volumes[0].emptyDir", "volumeMounts: [{name: v, mountPath: /t}]", "volumes: [{name: v, emptyDir: {}}]", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new UnboundedScratch()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /t}]", "volumes: [{name: v, emptyDir: {sizeLimit: 1Mi}}]", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /t, readOnly: true}]", "volumes: [{name: v, emptyDir: {}}]", "")]
    [InlineData("volumeMounts: [{name: v, mountPath: /t}]\nresources: {limits: {ephemeral-storage: 1Gi}}", "volumes: [{name: v, emptyDir: {}}]", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new UnboundedScratch()));
}
