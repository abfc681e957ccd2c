using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class DefaultServiceAccountTests
{
    [Theory]
    [InlineData("spec.template.spec.serviceAccountName", "", "", "")]
    [InlineData("spec.template.spec.serviceAccountName", "", "serviceAccountName: default", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new DefaultServiceAccount()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "serviceAccountName: web", "")]
    [InlineData("", "automountServiceAccountToken: false", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new DefaultServiceAccount()));
}
