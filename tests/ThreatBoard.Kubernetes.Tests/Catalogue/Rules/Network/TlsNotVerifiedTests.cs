using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class TlsNotVerifiedTests
{
    [Theory]
    [InlineData("spec.trafficPolicy.tls.mode", "", "", "{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: shop}, spec: {host: web, trafficPolicy: {tls: {mode: DISABLE}}}}")]
    [InlineData("spec.trafficPolicy.tls.insecureSkipVerify", "", "", "{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: shop}, spec: {host: web, trafficPolicy: {tls: {mode: SIMPLE, insecureSkipVerify: true}}}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new TlsNotVerified()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: shop}, spec: {host: web, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}}")]
    [InlineData("", "", "{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.x.io}, spec: {insecureSkipTLSVerify: false}}")]
    [InlineData("args: [--kubelet-insecure-tls=false]", "", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new TlsNotVerified()));

    [Fact]
    public void An_argument_is_seen_on_its_container()
    {
        var model = TestModel.OfPod("args: [--kubelet-insecure-tls]");

        var finding = Assert.Single(model.Findings(new TlsNotVerified()));

        Assert.Equal(("c", "spec.template.spec.containers[0].args[0]"), (model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Fact]
    public void An_aggregated_API_belongs_to_the_cluster()
    {
        var model = TestModel.Of("{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.x.io}, spec: {insecureSkipTLSVerify: true}}");

        Assert.Equal("prod", model.TitleOf(Assert.Single(model.Findings(new TlsNotVerified()))));
    }
}
