using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class DefaultServiceAccountTests
{
    [Theory]
    [InlineData("spec.template.spec.serviceAccountName", "", "", "")]
    [InlineData("spec.template.spec.serviceAccountName", "", "serviceAccountName: default", "")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new DefaultServiceAccount()));

        Assert.Equal((Answer.Found, "web", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "serviceAccountName: web", "")]
    [InlineData("", "automountServiceAccountToken: false", "")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new DefaultServiceAccount()));

    [Fact]
    public void A_pod_that_a_kubelet_runs_from_files_has_no_account_and_no_token() => Assert.Empty(TestModel.Of(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: etcd, namespace: kube-system, annotations: {kubernetes.io/config.source: file}}\nspec: {containers: [{name: c}]}").Findings(new DefaultServiceAccount()));
}
