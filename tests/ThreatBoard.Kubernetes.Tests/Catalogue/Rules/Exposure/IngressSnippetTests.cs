using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class IngressSnippetTests
{
    [Theory]
    [InlineData("metadata.annotations['nginx.ingress.kubernetes.io/server-snippet']", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop, annotations: {nginx.ingress.kubernetes.io/server-snippet: 'return 200;'}}, spec: {rules: [{host: shop.example.com, http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n---\n")]
    [InlineData("data.allow-snippet-annotations", "", "", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}, data: {allow-snippet-annotations: 'true'}}")]
    [InlineData("spec.template.spec.containers[0].image", "", "", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: ctl, namespace: shop}, spec: {template: {spec: {containers: [{name: c, image: 'registry.k8s.io/ingress-nginx/controller:v1.9.0'}]}}}}\n---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: shop.example.com, http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}], ingressClassName: nginx}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new IngressSnippet()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop, annotations: {nginx.ingress.kubernetes.io/rewrite-target: /}}, spec: {rules: [{host: shop.example.com, http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: ctl, namespace: shop}, spec: {template: {spec: {containers: [{name: c, image: 'registry.k8s.io/ingress-nginx/controller:v1.9.0'}]}}}}\n---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: shop.example.com, http: {paths: [{backend: {service: {name: s, port: {number: 80}}}}]}}], ingressClassName: traefik}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}, data: {allow-snippet-annotations: 'false'}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new IngressSnippet()));
}
