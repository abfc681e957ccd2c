using ThreatBoard.Kubernetes.NetworkPolicies;

namespace ThreatBoard.Kubernetes.Tests.NetworkPolicies;

public sealed class IsolationTests
{
    [Theory]
    [InlineData("podSelector: {}", true, false)]
    [InlineData("podSelector:", true, false)]
    [InlineData("policyTypes: [Ingress]", true, false)]
    [InlineData("podSelector: {}, egress: []", true, false)]
    [InlineData("podSelector: {}, egress: [{}]", true, true)]
    [InlineData("podSelector: {}, policyTypes: [Egress], ingress: [{}]", false, true)]
    [InlineData("podSelector: {}, policyTypes: [Ingress, Egress]", true, true)]
    [InlineData("podSelector: {matchLabels: {app: web}}", true, false)]
    [InlineData("podSelector: {matchLabels: {app: other}}", false, false)]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: In, values: [web, api]}]}", true, false)]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}", false, false)]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: Exists}]}", true, false)]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}", false, false)]
    public void A_pod_is_isolated_for_each_direction_on_its_own(string spec, bool ingress, bool egress)
    {
        var cluster = TestModel.OfPod(beside: Policy("shop", spec)).Cluster;
        var web = Assert.Single(cluster.Workloads);

        Assert.Equal(ingress, cluster.Isolation.Of(web, Direction.Ingress).Any());
        Assert.Equal(egress, cluster.Isolation.Of(web, Direction.Egress).Any());
    }

    [Fact]
    public void A_policy_selects_nothing_in_another_namespace()
    {
        var cluster = TestModel.OfPod(beside: Policy("other", "podSelector: {}")).Cluster;

        Assert.Empty(cluster.Isolation.Of(Assert.Single(cluster.Workloads), Direction.Ingress));
    }

    private static string Policy(string name, string spec) =>
        $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: p, namespace: {name}}}, spec: {{{spec}}}}}";
}
