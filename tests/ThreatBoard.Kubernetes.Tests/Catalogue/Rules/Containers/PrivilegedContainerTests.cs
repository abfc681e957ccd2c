using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Containers;

public sealed class PrivilegedContainerTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.privileged", "securityContext: {privileged: true}", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new PrivilegedContainer()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("securityContext: {privileged: false}", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new PrivilegedContainer()));

    [Fact]
    public void Init_and_ephemeral_containers_count_too() =>
        Assert.Equal(2, TestModel.OfPod(pod: "initContainers: [{name: i, securityContext: {privileged: true}}]\nephemeralContainers: [{name: e, securityContext: {privileged: true}}]")
            .Findings(new PrivilegedContainer()).Count);
}
