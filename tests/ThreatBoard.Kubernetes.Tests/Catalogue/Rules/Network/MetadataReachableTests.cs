using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class MetadataReachableTests
{
    [Theory]
    [InlineData("NetworkPolicy", "", "", "")]
    [InlineData("spec.egress[0]", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 169.254.0.0/16}}]}]}}\n---\n")]
    [InlineData("spec.egress[0]", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: '::/0'}}]}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new MetadataReachable()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: []}}\n---\n")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}, {ipBlock: {cidr: '::/0', except: ['fd00:ec2::254/128']}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 443}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Node, metadata: {name: n}, spec: {providerID: kind://docker/kind/n}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new MetadataReachable()));

    [Fact]
    public void In_the_network_of_the_node_it_cannot_be_told() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(pod: "hostNetwork: true", beside: "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: e, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: []}}\n---\n").Findings(new MetadataReachable())).Answer);

    [Fact]
    public void A_node_of_a_cloud_does_not_keep_it_from_being_found() =>
        Assert.Single(TestModel.OfPod(beside: "{apiVersion: v1, kind: Node, metadata: {name: n}, spec: {providerID: 'aws:///eu-west-1a/i-1'}}").Findings(new MetadataReachable()));
}
