using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class UnnamedHostTests
{
    [Theory]
    [InlineData("spec.rules[0].host", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n---\n")]
    [InlineData("spec.rules[0].host", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: '*.example.com', http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n---\n")]
    [InlineData("spec.defaultBackend", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {defaultBackend: {service: {name: s, port: {number: 80}}}}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new UnnamedHost()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: shop.example.com, http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n---\n")]
    [InlineData("", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new UnnamedHost()));
}
