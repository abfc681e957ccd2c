using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Secrets;

public sealed class SecretInEnvironmentTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name", "env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]", "", "")]
    [InlineData("spec.template.spec.containers[0].envFrom[0].secretRef.name", "envFrom: [{secretRef: {name: s}}]", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new SecretInEnvironment()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("envFrom: [{configMapRef: {name: s}}]", "", "")]
    [InlineData("env: [{name: A, value: b}]", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new SecretInEnvironment()));
}
