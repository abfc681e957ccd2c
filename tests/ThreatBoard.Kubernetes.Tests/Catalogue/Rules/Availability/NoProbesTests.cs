using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Availability;

public sealed class NoProbesTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].readinessProbe", "", "", "")]
    [InlineData("spec.template.spec.containers[0].readinessProbe", "startupProbe: {tcpSocket: {port: 1}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new NoProbes()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("readinessProbe: {tcpSocket: {port: 1}}", "", "")]
    [InlineData("livenessProbe: {tcpSocket: {port: 1}}", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new NoProbes()));

    [Theory]
    [InlineData("initContainers: [{name: i}], containers: [{name: c, readinessProbe: {}}]")]
    [InlineData("restartPolicy: Never, containers: [{name: c}]")]
    public void What_ends_by_itself_needs_none(string spec) =>
        Assert.Empty(TestModel.Of($"apiVersion: v1\nkind: Pod\nmetadata: {{name: p, namespace: shop}}\nspec: {{{spec}}}").Findings(new NoProbes()));
}
