using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class PolicyAdmitsEveryNamespaceTests
{
    [Theory]
    [InlineData("spec.ingress[0].from[0].namespaceSelector", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{namespaceSelector: {}}]}]}}")]
    [InlineData("spec.ingress[0].from[0].namespaceSelector", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new PolicyAdmitsEveryNamespace()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{namespaceSelector: {matchLabels: {a: b}}}]}]}}")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {a: b}}}]}]}}")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {policyTypes: [Egress], ingress: [{from: [{namespaceSelector: {}}]}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new PolicyAdmitsEveryNamespace()));
}
