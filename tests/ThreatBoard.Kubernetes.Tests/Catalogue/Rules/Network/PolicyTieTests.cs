using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class PolicyTieTests
{
    [Theory]
    [InlineData("spec.priority", "", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: b, action: Accept, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("spec.ingress[1].action", "", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}, {name: b, action: Accept, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("spec.ingress[0].action", "", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Admin, priority: 11, subject: {namespaces: {}}, ingress: [{name: b, action: Accept, from: [{namespaces: {}}]}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new PolicyTie()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Admin, priority: 11, subject: {namespaces: {matchLabels: {x: y}}}, ingress: [{name: b, action: Accept, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}, {name: b, action: Accept, from: [{namespaces: {matchLabels: {x: y}}}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: a}, spec: {tier: Admin, priority: 10, subject: {namespaces: {}}, ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}]}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Baseline, priority: 10, subject: {namespaces: {}}, ingress: [{name: b, action: Accept, from: [{namespaces: {}}]}]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new PolicyTie()));
}
