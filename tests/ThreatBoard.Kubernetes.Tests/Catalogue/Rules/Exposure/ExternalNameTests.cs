using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Exposure;

public sealed class ExternalNameTests
{
    [Theory]
    [InlineData("spec.externalName", "", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: ExternalName, externalName: db.example.com}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new ExternalName()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {type: ExternalName, externalName: db.data.svc.cluster.local}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new ExternalName()));
}
