using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Access;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Access;

public sealed class RightsForEverybodyTests
{
    [Theory]
    [InlineData("subjects[0].name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: system:authenticated}]}\n---\n")]
    [InlineData("subjects[0].name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: 'system:serviceaccounts:shop'}]}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new RightsForEverybody()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: devs}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: system:discovery}, subjects: [{kind: Group, name: system:authenticated}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web, namespace: shop}]}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new RightsForEverybody()));
}
