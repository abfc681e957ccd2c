using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Chains;
using ThreatBoard.Kubernetes.Tests.Paths;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Chains;

public sealed class PodToClusterAdminTests
{
    private static readonly string s_admin = Town.Pod("ops", "serviceAccountName: ops") + Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops"));

    [Fact]
    public void It_is_found_with_its_evidence()
    {
        var model = TestModel.Of(s_admin + Town.Service("ops", type: "LoadBalancer"));

        var finding = Assert.Single(model.Findings(new PodToClusterAdmin()));

        Assert.Equal((Answer.Found, "ops"), (finding.Answer, model.TitleOf(finding)));
        Assert.EndsWith("The internet reaches it in 1 step.", finding.Because, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, seen => seen.Object == "rbac.authorization.k8s.io/ClusterRoleBinding/cluster-admin-all");
    }

    [Fact]
    public void Who_takes_the_token_of_a_pod_on_the_same_node_is_found_too()
    {
        var model = TestModel.Of(s_admin + Town.Pod("agent", "", "securityContext: {privileged: true}", kind: "DaemonSet")
            + Town.Pod("daemon", "serviceAccountName: ops", kind: "DaemonSet"));

        Assert.Equal(["agent", "daemon", "ops"], model.Findings(new PodToClusterAdmin()).Select(model.TitleOf).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("automountServiceAccountToken: false")]
    public void It_is_not_found(string pod)
    {
        var apart = pod.Length == 0 ? Town.Pod("web") + s_admin : Town.Pod("web", pod + ", serviceAccountName: ops") + Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops"));

        Assert.DoesNotContain(TestModel.Of(apart) is var model ? model.Findings(new PodToClusterAdmin()).Select(model.TitleOf) : [], title => title == "web");
    }
}
