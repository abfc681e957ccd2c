using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class MeshNotStrictTests
{
    [Theory]
    [InlineData("spec.mtls.mode", "", "", "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: shop}, spec: {mtls: {mode: PERMISSIVE}}}\n---\n")]
    [InlineData("spec.mtls.mode", "", "", "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: shop}, spec: {selector: {matchLabels: {app: web}}}}\n---\n")]
    [InlineData("spec.portLevelMtls.8080.mode", "", "", "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: shop}, spec: {mtls: {mode: STRICT}, portLevelMtls: {'8080': {mode: DISABLE}}}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new MeshNotStrict()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: shop}, spec: {mtls: {mode: STRICT}}}\n---\n")]
    [InlineData("", "", "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: shop}, spec: {mtls: {mode: UNSET}}}\n---\n{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: istio-system}, spec: {mtls: {mode: STRICT}}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new MeshNotStrict()));
}
