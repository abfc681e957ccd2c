using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class TokenNotNeededTests
{
    [Theory]
    [InlineData("spec.template.spec.automountServiceAccountToken", "", "", "")]
    [InlineData("spec.template.spec.automountServiceAccountToken", "", "automountServiceAccountToken: true", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}, automountServiceAccountToken: false}")]
    [InlineData("automountServiceAccountToken", "", "serviceAccountName: web", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}, automountServiceAccountToken: true}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new TokenNotNeeded()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "automountServiceAccountToken: false", "")]
    [InlineData("", "serviceAccountName: web", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}, automountServiceAccountToken: false}")]
    [InlineData("", "volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]", "")]
    [InlineData("", "serviceAccountName: web", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web, namespace: shop}]}\n---\n")]
    [InlineData("", "serviceAccountName: web", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: Group, name: 'system:serviceaccounts:shop'}]}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new TokenNotNeeded()));
}
