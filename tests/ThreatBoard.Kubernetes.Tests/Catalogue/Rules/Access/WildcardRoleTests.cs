using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Access;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Access;

public sealed class WildcardRoleTests
{
    [Theory]
    [InlineData("rules[0].verbs", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop}, rules: [{resources: [pods], verbs: ['*']}]}\n---\n")]
    [InlineData("rules[0].resources", "", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop}, rules: [{resources: ['*'], verbs: [get]}]}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new WildcardRole()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop}, rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]}\n---\n")]
    [InlineData("", "", "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop}, rules: [{resources: [pods], verbs: [get]}]}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new WildcardRole()));
}
