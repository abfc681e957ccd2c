using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class OpenLoadBalancerTests
{
    [Theory]
    [InlineData("spec.type", "", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("spec.type", "", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/0], selector: {app: web}, ports: [{port: 80}]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new OpenLoadBalancer()));

        Assert.Equal((Answer.Found, "HTTP 80", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24], selector: {app: web}, ports: [{port: 80}]}}")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, annotations: {networking.gke.io/load-balancer-type: Internal}}, spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new OpenLoadBalancer()));

    [Theory]
    [InlineData("192.0.2.0/24", 0)]
    [InlineData("0.0.0.0/0", 1)]
    public void Ranges_in_the_annotation_count_too(string ranges, int found) =>
        Assert.Equal(found, TestModel.OfPod(beside: $"{{apiVersion: v1, kind: Service, metadata: {{name: s, namespace: shop, annotations: {{service.beta.kubernetes.io/load-balancer-source-ranges: '{ranges}'}}}}, spec: {{type: LoadBalancer, selector: {{app: web}}, ports: [{{port: 80}}]}}}}").Findings(new OpenLoadBalancer()).Count);
}
