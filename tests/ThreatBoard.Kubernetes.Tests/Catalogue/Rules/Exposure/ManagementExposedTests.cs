using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class ManagementExposedTests
{
    [Theory]
    [InlineData("spec.type", "image: grafana/grafana", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}}\n---\n")]
    [InlineData("spec.type", "image: own", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 15672}]}}\n---\n")]
    [InlineData("spec.type", "image: x/kubernetes-dashboard", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new ManagementExposed()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("image: grafana/grafana", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n")]
    [InlineData("image: own", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 8080}]}}\n---\n")]
    [InlineData("image: grafana/grafana", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: d, namespace: shop}, spec: {podSelector: {}}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new ManagementExposed()));

    [Fact]
    public void A_port_that_applications_use_too_cannot_be_told() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod("image: own", beside: "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 3000}]}}\n---\n").Findings(new ManagementExposed())).Answer);
}
