using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Access;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Access;

public sealed class AnonymousRightsTests
{
    [Theory]
    [InlineData("subjects[0].name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: User, name: system:anonymous}]}\n---\n")]
    [InlineData("subjects[1].name", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: devs}, {kind: Group, name: system:unauthenticated}]}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new AnonymousRights()));

        Assert.Equal((Answer.Found, "prod", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: system:authenticated}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: system:public-info-viewer}, subjects: [{kind: Group, name: system:unauthenticated}]}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new AnonymousRights()));
}
