using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class NoEgressIsolationTests
{
    [Theory]
    [InlineData("NetworkPolicy", "", "", "")]
    [InlineData("spec.podSelector", "", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}, egress: []}}")]
    [InlineData("NetworkPolicy", "", "hostNetwork: true", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new NoEgressIsolation()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress]}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new NoEgressIsolation()));

    [Fact]
    public void On_the_host_network_nobody_can_tell_whether_a_policy_holds() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(pod: "hostNetwork: true", beside: "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress]}}").Findings(new NoEgressIsolation())).Answer);
}
