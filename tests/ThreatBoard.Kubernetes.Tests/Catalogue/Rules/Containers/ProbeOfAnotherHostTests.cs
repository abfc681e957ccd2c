using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class ProbeOfAnotherHostTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].livenessProbe.httpGet.host", "livenessProbe: {httpGet: {host: a.example, port: 1}}", "", "")]
    [InlineData("spec.template.spec.containers[0].lifecycle.preStop.tcpSocket.host", "lifecycle: {preStop: {tcpSocket: {host: 10.0.0.1, port: 1}}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new ProbeOfAnotherHost()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("readinessProbe: {httpGet: {path: /, port: 1}}", "", "")]
    [InlineData("livenessProbe: {httpGet: {host: 127.0.0.1, port: 1}}", "hostNetwork: true", "")]
    [InlineData("startupProbe: {tcpSocket: {host: '', port: 1}}", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new ProbeOfAnotherHost()));
}
