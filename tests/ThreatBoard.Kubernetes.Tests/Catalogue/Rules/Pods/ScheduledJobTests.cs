using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class ScheduledJobTests
{
    [Theory]
    [InlineData("p", "spec.schedule", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: p, namespace: shop}\nspec: {schedule: '@daily', jobTemplate: {spec: {template: {spec: {containers: [{name: c}]}}}}}")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new ScheduledJob()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: p, namespace: shop}\nspec: {template: {spec: {containers: [{name: c}]}}}")]
    [InlineData("apiVersion: batch/v1\nkind: Job\nmetadata: {name: p, namespace: shop}\nspec: {template: {spec: {containers: [{name: c}]}}}")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new ScheduledJob()));
}
