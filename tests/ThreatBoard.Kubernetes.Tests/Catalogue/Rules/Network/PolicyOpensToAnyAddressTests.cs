using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class PolicyOpensToAnyAddressTests
{
    [Theory]
    [InlineData("spec.ingress[0].from[0].ipBlock.cidr", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}}")]
    [InlineData("spec.ingress[0].from", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{}]}}")]
    [InlineData("spec.ingress[0].from", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [], ports: [{port: 80}]}]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new PolicyOpensToAnyAddress()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: []}}")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]}}")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{podSelector: {}}]}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new PolicyOpensToAnyAddress()));

    [Theory]
    [InlineData("{ipBlock: {cidr: 1.2.3.4/0}}", 1)]
    [InlineData("{ipBlock: {cidr: 0.0.0.0/1}}, {ipBlock: {cidr: 128.0.0.0/1}}", 1)]
    [InlineData("{ipBlock: {cidr: 0.0.0.0/1}}, {ipBlock: {cidr: 192.0.0.0/2}}", 0)]
    public void Every_address_is_known_however_it_is_written(string peers, int found) =>
        Assert.Equal(found, TestModel.OfPod(beside: $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: p, namespace: shop}}, spec: {{podSelector: {{}}, ingress: [{{from: [{peers}]}}]}}}}").Findings(new PolicyOpensToAnyAddress()).Count);
}
