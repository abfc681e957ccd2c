using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class HostPodsNotCoveredTests
{
    [Theory]
    [InlineData("spec.subject", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: kube-system, labels: {app: agent}}, spec: {hostNetwork: true, containers: [{name: c}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("spec.ingress[0].from[0]", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: kube-system, labels: {app: agent}}, spec: {hostNetwork: true, containers: [{name: c}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}, ingress: [{action: Deny, from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new HostPodsNotCovered()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: kube-system, labels: {app: agent}}, spec: {hostNetwork: true, containers: [{name: c}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}, ingress: [{action: Deny, from: [{networks: [192.0.2.0/24]}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: kube-system, labels: {app: agent}}, spec: {hostNetwork: true, containers: [{name: c}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Baseline, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new HostPodsNotCovered()));
}
