using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Supply;

public sealed class MutableImageTagTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].image", "image: nginx", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: nginx:latest", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: registry:5000/nginx", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: nginx:1", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: nginx:v2", "", "")]
    [InlineData("spec.template.spec.containers[0].image", "image: nginx:stable", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new MutableImageTag()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("image: nginx:1.27.3", "", "")]
    [InlineData("image: nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000", "", "")]
    [InlineData("image: nginx:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new MutableImageTag()));
}
