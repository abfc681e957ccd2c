using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class RemoteShellServerTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].ports[0].containerPort", "ports: [{containerPort: 22}]", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: example/my-sshd:1", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: linuxserver/openssh-server", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new RemoteShellServer()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("ports: [{containerPort: 80}]", "", "")]
    [InlineData("image: nginx", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new RemoteShellServer()));
}
