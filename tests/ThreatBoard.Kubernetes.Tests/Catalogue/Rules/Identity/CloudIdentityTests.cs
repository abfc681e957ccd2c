using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class CloudIdentityTests
{
    [Theory]
    [InlineData("metadata.annotations['eks.amazonaws.com/role-arn']", "", "", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop, annotations: {eks.amazonaws.com/role-arn: 'arn:aws:iam::1:role/x'}}}")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new CloudIdentity()));

        Assert.Equal((Answer.Found, "shop", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop, annotations: {note: x}}}")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new CloudIdentity()));

    [Fact]
    public void A_label_on_the_pods_is_enough() =>
        Assert.Equal("true", Assert.Single(TestModel.Of("{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, labels: {azure.workload.identity/use: 'true'}}, spec: {containers: [{name: c}]}}").Findings(new CloudIdentity())).Evidence[0].Value);
}
