using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Secrets;

public sealed class SharedSecretTests
{
    private const string Mounted = "volumes: [{name: v, secret: {secretName: s}}]";
    private const string InEnvironment = "containers: [{name: c, env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]}]";

    [Theory]
    [InlineData(Mounted)]
    [InlineData(InEnvironment)]
    [InlineData("volumes: [{name: v, projected: {sources: [{secret: {name: s}}]}}]")]
    public void It_is_found_with_its_evidence(string use)
    {
        var model = Model(use, "tier: data");

        var finding = Assert.Single(model.Findings(new SharedSecret()));

        Assert.Equal((Answer.Found, "shop", "Secret/shop/s"), (finding.Answer, model.TitleOf(finding), finding.Discriminator));
        Assert.Contains("spec.template.spec.volumes[0].secret.secretName", finding.Evidence.Select(e => e.Path));
    }

    [Theory]
    [InlineData(Mounted, "tier: web")]
    [InlineData(Mounted, "app: db")]
    [InlineData("volumes: [{name: v, secret: {secretName: own}}]", "tier: data")]
    [InlineData("imagePullSecrets: [{name: s}]", "tier: data")]
    public void It_is_not_found(string use, string labels) => Assert.Empty(Model(use, labels).Findings(new SharedSecret()));

    private static TestModel Model(string use, string labels) => TestModel.Of(Deployment("web", "tier: web", Mounted) + Deployment("db", labels, use));

    private static string Deployment(string name, string labels, string spec) =>
        $"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: {name}, namespace: shop}}, spec: {{template: {{metadata: {{labels: {{{labels}}}}}, spec: {{{spec}}}}}}}}}\n---\n";
}
