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
}
