using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class NoIngressIsolationTests
{
    [Theory]
    [InlineData("NetworkPolicy", "", "", "")]
    [InlineData("spec.podSelector", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {matchLabels: {app: other}}}}")]
    [InlineData("spec.podSelector", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new NoIngressIsolation()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}}}")]
    [InlineData("", "hostNetwork: true", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new NoIngressIsolation()));

    [Theory]
    [InlineData("{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Baseline, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}}")]
    public void A_policy_of_the_whole_cluster_that_denies_is_enough(string policy) =>
        Assert.Empty(TestModel.OfPod(beside: policy).Findings(new NoIngressIsolation()));

    [Fact]
    public void Beside_a_policy_of_the_network_plugin_it_cannot_be_told() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(beside: "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: p, namespace: shop}, spec: {endpointSelector: {}}}").Findings(new NoIngressIsolation())).Answer);
}
