using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class MayLandOnControlPlaneTests
{
    [Theory]
    [InlineData("spec.template.spec.tolerations[0]", "", "tolerations: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]", "")]
    [InlineData("spec.template.spec.tolerations[0]", "", "tolerations: [{operator: Exists}]", "")]
    [InlineData("spec.template.spec.nodeSelector['node-role.kubernetes.io/master']", "", "nodeSelector: {node-role.kubernetes.io/master: ''}", "")]
    [InlineData("spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key", "", "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: node-role.kubernetes.io/control-plane, operator: Exists}]}]}}}", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string template)
    {
        var model = TestModel.OfPod(container, pod, template: template);

        var finding = Assert.Single(model.Findings(new MayLandOnControlPlane()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute}]", "")]
    [InlineData("", "tolerations: [{operator: Exists, effect: NoExecute}]", "")]
    [InlineData("", "nodeName: worker-1", "")]
    [InlineData("", "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: node-role.kubernetes.io/control-plane, operator: DoesNotExist}]}]}}}", "")]
    public void It_is_not_found(string container, string pod, string template) =>
        Assert.Empty(TestModel.OfPod(container, pod, template: template).Findings(new MayLandOnControlPlane()));

    [Theory]
    [InlineData("node-role.kubernetes.io/control-plane", 1)]
    [InlineData("node-role.kubernetes.io/worker", 0)]
    public void The_node_that_is_named_counts_when_it_was_read(string label, int count) => Assert.Equal(count, TestModel.Of(
        $"apiVersion: v1\nkind: Node\nmetadata: {{name: n, labels: {{{label}: ''}}}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {{name: p, namespace: shop}}\nspec: {{nodeName: n, containers: [{{name: c}}]}}")
        .Findings(new MayLandOnControlPlane()).Count);
}
