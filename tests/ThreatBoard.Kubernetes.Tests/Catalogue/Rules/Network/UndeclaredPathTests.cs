using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class UndeclaredPathTests
{
    [Theory]
    [InlineData("spec.ingress[0]", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new UndeclaredPath()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: http://web.shop}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny, namespace: else}, spec: {podSelector: {}, policyTypes: [Egress]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new UndeclaredPath()));
}
