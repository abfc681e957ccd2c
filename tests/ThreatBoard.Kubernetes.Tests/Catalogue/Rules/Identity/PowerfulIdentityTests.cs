using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;
using ThreatBoard.Kubernetes.Tests.Paths;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Identity;

public sealed class PowerfulIdentityTests
{
    [Theory]
    [InlineData("secrets", "list", "may read secrets in shop")]
    [InlineData("pods/exec", "create", "may execute commands in pods in shop")]
    [InlineData("pods", "create", "may create pods in shop")]
    public void It_is_found_with_its_evidence(string resource, string verb, string words)
    {
        var model = Model("serviceAccountName: ops", Rbac.Rule(resource, verb), Rbac.Account("shop", "ops"));

        var finding = Assert.Single(model.Findings(new PowerfulIdentity()));

        Assert.Equal((Answer.Found, "ops"), (finding.Answer, model.TitleOf(finding)));
        Assert.Equal($"It holds a token of service account shop/ops, which {words}.", finding.Because);
        Assert.Equal(["apps/Deployment/shop/ops", "rbac.authorization.k8s.io/RoleBinding/shop/r-here", "rbac.authorization.k8s.io/Role/shop/r"], finding.Evidence.Select(seen => seen.Object).Distinct());
    }

    [Fact]
    public void Rights_of_a_group_count() =>
        Assert.Single(Model("serviceAccountName: ops", Rbac.Rule("secrets", "get"), Rbac.Group("system:serviceaccounts:shop")).Findings(new PowerfulIdentity()));

    [Theory]
    [InlineData("serviceAccountName: ops", "pods", "get, list, watch", "ops")]
    [InlineData("serviceAccountName: ops, automountServiceAccountToken: false", "secrets", "get", "ops")]
    [InlineData("serviceAccountName: ops", "secrets", "get", "other")]
    public void It_is_not_found(string pod, string resource, string verbs, string account) =>
        Assert.Empty(Model(pod, Rbac.Rule(resource, verbs), Rbac.Account("shop", account)).Findings(new PowerfulIdentity()));

    private static TestModel Model(string pod, string rule, string subject) =>
        TestModel.Of(Town.Pod("ops", pod) + Rbac.Role("shop", "r", rule) + Rbac.BindIn("shop", "Role", "r", subject));
}
