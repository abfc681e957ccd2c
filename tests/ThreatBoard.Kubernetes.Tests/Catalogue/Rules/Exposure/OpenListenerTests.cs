using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class OpenListenerTests
{
    [Theory]
    [InlineData("spec.listeners[0].protocol", "", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: a, port: 80, protocol: HTTP}]}}\n---\n")]
    [InlineData("spec.listeners[0].protocol", "", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: a, port: 80, protocol: HTTP}]}}\n---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: h, namespace: shop}, spec: {parentRefs: [{name: g}], rules: [{backendRefs: [{name: s}]}]}}\n---\n")]
    [InlineData("spec.listeners[0].allowedRoutes.namespaces.from", "", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: t, port: 443, protocol: HTTPS, allowedRoutes: {namespaces: {from: All}}}]}}\n---\n")]
    [InlineData("spec.listeners[0].protocol", "", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: a, port: 80, protocol: HTTP}, {name: t, port: 443, protocol: HTTPS}]}}\n---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: h, namespace: shop}, spec: {parentRefs: [{name: g, sectionName: t}], rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]}}\n---\n")]
    [InlineData("spec.servers[0].port.protocol", "", "", "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {servers: [{port: {number: 80, protocol: HTTP}}]}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new OpenListener()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: t, port: 443, protocol: HTTPS}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: a, port: 80, protocol: HTTP}, {name: t, port: 443, protocol: HTTPS}]}}\n---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: h, namespace: shop}, spec: {parentRefs: [{name: g, sectionName: a}], rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {listeners: [{name: t, port: 443, protocol: HTTPS, allowedRoutes: {namespaces: {from: Same}}}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {servers: [{port: {number: 80, protocol: HTTP}, tls: {httpsRedirect: true}}]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new OpenListener()));
}
