using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class EscalationNotSwitchedOffTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation", "", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation", "securityContext: {allowPrivilegeEscalation: true}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new EscalationNotSwitchedOff()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("securityContext: {allowPrivilegeEscalation: false}", "", "")]
    [InlineData("", "os: {name: windows}", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new EscalationNotSwitchedOff()));
}
