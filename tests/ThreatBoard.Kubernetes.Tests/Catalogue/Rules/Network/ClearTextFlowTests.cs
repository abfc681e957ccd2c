using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class ClearTextFlowTests
{
    [Theory]
    [InlineData("spec.containers[0].env[0].value", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: 'http://web.shop:8080'}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: api, port: 8080}]}}\n---\n")]
    [InlineData("spec.containers[0].env[0].value", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: web.shop:8080}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: api, port: 8080}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new ClearTextFlow()));

        Assert.Equal((Answer.Found, "HTTP 8080", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: 'https://web.shop:8080'}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: api, port: 8080}]}}\n---\n")]
    [InlineData("args: [--tls-cert=/x]", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: else, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: web.shop:8080}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: api, port: 8080}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: far, namespace: shop, labels: {app: far}}, spec: {containers: [{name: f, env: [{name: WEB_URL, value: 'http://web.shop:8080'}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: api, port: 8080}]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new ClearTextFlow()));

    [Fact]
    public void A_front_door_that_takes_clear_text_is_said_by_another_rule() =>
        Assert.Empty(TestModel.OfPod(beside: Service + "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{host: a.example.com, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}}").Findings(new ClearTextFlow()));

    [Fact]
    public void Of_a_front_door_that_was_not_read_it_cannot_be_told() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(beside: Service + "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: shop}, spec: {parentRefs: [{name: door}], rules: [{backendRefs: [{name: web, port: 80}]}]}}").Findings(new ClearTextFlow())).Answer);

    [Fact]
    public void A_load_balancer_in_front_of_the_pods_is_found() =>
        Assert.Equal(Answer.Found, Assert.Single(TestModel.OfPod(beside: Service.Replace("spec: {", "spec: {type: LoadBalancer, ", StringComparison.Ordinal)).Findings(new ClearTextFlow())).Answer);

    private const string Service = "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n";
}
