using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class AmbiguousServiceTests
{
    [Theory]
    [InlineData("spec.selector", "image: a", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: web2, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: b}]}}}}\n---\n")]
    [InlineData("spec.selector", "", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: gone}, ports: [{port: 80}]}}\n---\n")]
    [InlineData("spec.selector", "", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {ports: [{port: 80}]}}\n---\n{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: x, namespace: shop, labels: {kubernetes.io/service-name: s}}, endpoints: [{addresses: [192.0.2.1]}]}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new AmbiguousService()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n")]
    [InlineData("image: a", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: web2, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: a}]}}}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {part: x}, ports: [{port: 80}]}}\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: x1, namespace: shop}, spec: {template: {metadata: {labels: {part: x, version: v1}}, spec: {containers: [{name: c, image: a}]}}}}\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: x2, namespace: shop}, spec: {template: {metadata: {labels: {part: x, version: v2}}, spec: {containers: [{name: c, image: b}]}}}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {ports: [{port: 80}]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new AmbiguousService()));
}
