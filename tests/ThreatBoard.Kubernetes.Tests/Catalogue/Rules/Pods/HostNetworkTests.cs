using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class HostNetworkTests
{
    [Theory]
    [InlineData("spec.template.spec.hostNetwork", "", "hostNetwork: true", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new HostNetwork()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "hostNetwork: false", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new HostNetwork()));
}
