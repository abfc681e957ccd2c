using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class WritableRootTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem", "", "", "")]
    [InlineData("spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem", "securityContext: {readOnlyRootFilesystem: false}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new WritableRoot()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("securityContext: {readOnlyRootFilesystem: true}", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new WritableRoot()));
}
