using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Secrets;

public sealed class PlainCredentialTests
{
    [Theory]
    [InlineData("spec.template.spec.containers[0].env[0].value", "env: [{name: DB_PASSWORD, value: hunter2}]", "", "")]
    [InlineData("spec.template.spec.containers[0].env[0].value", "env: [{name: DB, value: 'mysql://a:hunter2@db/x'}]", "", "")]
    [InlineData("spec.template.spec.containers[0].env[0].value", "env: [{name: X, value: AKIAIOSFODNN7EXAMPLE}]", "", "")]
    [InlineData("spec.template.spec.containers[0].args[0]", "args: [--password=hunter2]", "", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new PlainCredential()));

        Assert.Equal((Answer.Found, "c", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("env: [{name: DB_PASSWORD_FILE, value: /run/secrets/db}]", "", "")]
    [InlineData("env: [{name: DB_PASSWORD, value: '$(OTHER)'}]", "", "")]
    [InlineData("env: [{name: ALLOW_EMPTY_PASSWORD, value: 'yes'}]", "", "")]
    [InlineData("env: [{name: LICENSE_KEY, value: abc}]", "", "")]
    [InlineData("env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}]", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new PlainCredential()));

    [Fact]
    public void The_evidence_does_not_repeat_the_credential() =>
        Assert.Equal("[masked]", TestModel.OfPod("env: [{name: DB_PASSWORD, value: hunter2}]").Findings(new PlainCredential())[0].Evidence[0].Value);
}
