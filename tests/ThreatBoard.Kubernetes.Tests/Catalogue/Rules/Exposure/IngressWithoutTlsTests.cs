using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class IngressWithoutTlsTests
{
    [Theory]
    [InlineData("spec.tls", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: a.example, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("spec.tls", "", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {tls: [], rules: [{host: a.example, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new IngressWithoutTls()));

        Assert.Equal((Answer.Found, "HTTP 80", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {tls: [{hosts: [a.example]}], rules: [{host: a.example, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {tls: [{secretName: s}], rules: [{host: a.example, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new IngressWithoutTls()));

    [Fact]
    public void A_certificate_of_the_provider_leaves_it_open() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(beside: "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop, annotations: {alb.ingress.kubernetes.io/certificate-arn: 'arn:x'}}, spec: {rules: [{host: a.example.com}]}}").Findings(new IngressWithoutTls())).Answer);

    [Theory]
    [InlineData("host: a.example.com", "spec.tls")]
    [InlineData("host: a.example.com, tls: {termination: edge, insecureEdgeTerminationPolicy: Allow}", "spec.tls.insecureEdgeTerminationPolicy")]
    [InlineData("host: a.example.com, tls: {termination: edge}", "")]
    public void A_route_of_OpenShift_is_seen_alike(string spec, string path) =>
        Assert.Equal(path, TestModel.OfPod(beside: $"{{apiVersion: route.openshift.io/v1, kind: Route, metadata: {{name: r, namespace: shop}}, spec: {{{spec}}}}}").Findings(new IngressWithoutTls()).Select(f => f.Evidence[0].Path).FirstOrDefault(""));
}
