using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class HostPortTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].ports[0].hostPort", "ports: [{containerPort: 80, hostPort: 8080}]", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new HostPort()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("ports: [{containerPort: 80, hostPort: 0}]", "", "")]
    [InlineData("ports: [{containerPort: 80, hostPort: 80, hostIP: 127.0.0.1}]", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new HostPort()));

    [Theory]
    [InlineData("", 1)]
    [InlineData(", uid: a-b-c", 0)]
    public void What_the_API_server_wrote_on_the_host_network_does_not_count(string metadata, int count) => Assert.Equal(count, TestModel.Of(
        $"apiVersion: v1\nkind: Pod\nmetadata: {{name: p, namespace: shop{metadata}}}\nspec: {{hostNetwork: true, containers: [{{name: c, ports: [{{containerPort: 80, hostPort: 80}}]}}]}}")
        .Findings(new HostPort()).Count);
}
