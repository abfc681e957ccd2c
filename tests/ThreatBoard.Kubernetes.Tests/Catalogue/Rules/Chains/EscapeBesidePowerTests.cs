using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Chains;
using ThreatBoard.Kubernetes.Tests.Paths;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Chains;

public sealed class EscapeBesidePowerTests
{
    private const string Escaping = "securityContext: {privileged: true}";

    [Fact]
    public void It_is_found_with_its_evidence()
    {
        var model = Model("", "");

        var finding = Assert.Single(model.Findings(new EscapeBesidePower()));

        Assert.Equal((Answer.Found, "bad"), (finding.Answer, model.TitleOf(finding)));
        Assert.Contains("shop/ops (may do everything everywhere)", finding.Because, StringComparison.Ordinal);
        Assert.Equal("spec.template.spec.containers[0].securityContext.privileged", finding.Evidence[0].Path);
    }

    [Theory]
    [InlineData("nodeSelector: {pool: common}", "nodeSelector: {pool: trusted}")]
    [InlineData("nodeName: a", "nodeName: b")]
    [InlineData("", "nodeSelector: {pool: trusted}, tolerations: [{key: trusted, operator: Exists}]")]
    [InlineData("", "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: bad}}}]}}")]
    [InlineData("serviceAccountName: ops", "")]
    public void It_is_not_found(string bad, string ops) => Assert.Empty(Model(bad, ops).Findings(new EscapeBesidePower()));

    [Fact]
    public void Who_tolerates_every_taint_is_on_those_nodes_too() =>
        Assert.Single(Model("tolerations: [{operator: Exists}]", "nodeSelector: {pool: trusted}, tolerations: [{key: trusted, operator: Exists}]").Findings(new EscapeBesidePower()));

    private static TestModel Model(string bad, string ops) => TestModel.Of(
        Town.Pod("bad", bad, Escaping) + Town.Pod("ops", $"serviceAccountName: ops{(ops.Length > 0 ? ", " : "")}{ops}") + Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops")));
}
