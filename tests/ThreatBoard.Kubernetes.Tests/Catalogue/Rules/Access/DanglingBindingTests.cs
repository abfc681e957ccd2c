using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Access;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Access;

public sealed class DanglingBindingTests
{
    [Theory]
    [InlineData("roleRef.name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: gone}, subjects: [{kind: Group, name: devs}]}\n---\n")]
    [InlineData("subjects[0].name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web, namespace: shop}]}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new DanglingBinding()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: devs}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web, namespace: shop}]}\n---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}, rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]}\n---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: r}, subjects: [{kind: ServiceAccount, name: default, namespace: shop}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: system:auth-delegator}, subjects: [{kind: Group, name: devs}]}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new DanglingBinding()));

    [Fact]
    public void An_account_of_a_namespace_that_was_not_read_cannot_be_told() =>
        Assert.Equal(Answer.CannotTell, Assert.Single(TestModel.OfPod(beside: "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web, namespace: elsewhere}]}\n---\n").Findings(new DanglingBinding())).Answer);
}
