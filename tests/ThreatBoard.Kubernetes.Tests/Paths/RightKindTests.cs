using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class RightKindTests
{
    private const string Rbacs = "rbac.authorization.k8s.io";

    [Theory]
    [InlineData("everything", "'*'", "'*'", "'*'", "api-server")]
    [InlineData("read-secrets", "secrets", "list", "''", "Secret/shop/db")]
    [InlineData("mint-tokens", "serviceaccounts/token", "create", "''", "ServiceAccount/shop/robot")]
    [InlineData("impersonate-accounts", "serviceaccounts", "impersonate", "''", "ServiceAccount/shop/robot")]
    [InlineData("impersonate-groups", "groups", "impersonate", "''", "api-server")]
    [InlineData("create-pods", "pods", "create", "''", "own-pod/shop")]
    [InlineData("create-pods", "cronjobs", "create", "batch", "own-pod/shop")]
    [InlineData("patch-workloads", "deployments", "patch", "apps", "own-pod/shop")]
    [InlineData("patch-pods", "pods", "update", "''", "shop/web/c")]
    [InlineData("exec", "pods/exec", "get", "''", "shop/web/c")]
    [InlineData("exec", "'pods/*'", "create", "''", "shop/web/c")]
    [InlineData("attach", "pods/attach", "create", "''", "shop/web/c")]
    [InlineData("debug", "pods/ephemeralcontainers", "patch", "''", "shop/web/c")]
    [InlineData("port-forward", "pods/portforward", "create", "''", "shop/web/c")]
    [InlineData("kubelet", "nodes/proxy", "get", "''", "shop/web/c")]
    [InlineData("mutating-webhooks", "mutatingwebhookconfigurations", "patch", "admissionregistration.k8s.io", "api-server")]
    [InlineData("validating-webhooks", "validatingwebhookconfigurations", "create", "admissionregistration.k8s.io", "Secret/shop/db")]
    public void One_right_alone_leads_on(string code, string resources, string verbs, string group, string to)
    {
        var graph = Graph(Rbac.ClusterRole("r", Rbac.Rule(resources, verbs, group)));

        Assert.Equal(code, graph.Codes("ServiceAccount/shop/holder", to));
    }

    [Theory]
    [InlineData("secrets", "create", "''", "Secret/shop/db")]
    [InlineData("secrets", "get", "apps", "Secret/shop/db")]
    [InlineData("pods", "get, list, watch, delete", "''", "shop/web/c")]
    [InlineData("pods/log", "get", "''", "shop/web/c")]
    [InlineData("clusterrolebindings", "create", Rbacs, "api-server")]
    [InlineData("clusterroles", "update", Rbacs, "api-server")]
    [InlineData("clusterroles", "bind, escalate", Rbacs, "api-server")]
    [InlineData("certificatesigningrequests/approval", "update", "certificates.k8s.io", "api-server")]
    [InlineData("nodes", "get, list", "''", "shop/web/c")]
    public void What_is_harmless_alone_leads_nowhere(string resources, string verbs, string group, string to) =>
        Assert.Equal("no way", Graph(Rbac.ClusterRole("r", Rbac.Rule(resources, verbs, group))).Codes("ServiceAccount/shop/holder", to));

    [Fact]
    public void Two_rights_together_may_come_from_two_bindings_and_a_group()
    {
        var graph = Town.Graph(
            Rbac.ClusterRole("write", Rbac.Rule("clusterrolebindings", "create", Rbacs)), Rbac.Bind("write", Rbac.Account("shop", "holder")),
            Rbac.ClusterRole("bind", Rbac.Rule("clusterroles", "bind", Rbacs)), Rbac.Bind("bind", Rbac.Group("system:serviceaccounts:shop")));

        Assert.Equal("bind", graph.Codes("ServiceAccount/shop/holder", "api-server"));
    }

    [Theory]
    [InlineData("escalate", "clusterroles:update, escalate:rbac.authorization.k8s.io")]
    [InlineData("certificates", "certificatesigningrequests:create:certificates.k8s.io|certificatesigningrequests/approval:update:certificates.k8s.io|signers:approve:certificates.k8s.io")]
    public void Rights_that_need_each_other_lead_to_the_api_server(string code, string rules) =>
        Assert.Equal(code, Graph(Rbac.ClusterRole("r", Rules(rules))).Codes("ServiceAccount/shop/holder", "api-server"));

    [Fact]
    public void Making_and_reading_secrets_is_any_account_of_the_namespace() =>
        Assert.Contains(Graph(Rbac.ClusterRole("r", Rules("secrets:create, get:"))).Codes("ServiceAccount/shop/holder", "ServiceAccount/shop/robot"), new[] { "token-secrets" });

    [Fact]
    public void Reading_one_secret_by_its_name_is_not_enough_to_have_a_token_put_into_it() =>
        Assert.Equal("no way", Graph(Rbac.ClusterRole("r", Rbac.Rule("secrets", "create"), Rbac.Rule("secrets", "get", names: "other"))).Codes("ServiceAccount/shop/holder", "ServiceAccount/shop/robot"));

    [Theory]
    [InlineData("issuers.example.com/*", "no way")]
    [InlineData("kubernetes.io/kube-apiserver-client", "certificates")]
    public void Only_the_signer_of_users_counts(string signer, string codes)
    {
        const string certificates = "certificates.k8s.io";
        var graph = Graph(Rbac.ClusterRole("r", Rbac.Rule("certificatesigningrequests, certificatesigningrequests/approval", "create, update", certificates), Rbac.Rule("signers", "approve", certificates, $"'{signer}'")));

        Assert.Equal(codes, graph.Codes("ServiceAccount/shop/holder", "api-server"));
    }

    [Theory]
    [InlineData("volumes", "persistentvolumes:create:|persistentvolumeclaims, pods:create:")]
    [InlineData("relabel", "namespaces:patch:|pods:create:")]
    public void A_level_that_forbids_privilege_is_got_around(string code, string rules)
    {
        var graph = Town.Graph(
            Town.Namespace("shop", "{pod-security.kubernetes.io/enforce: restricted}"), Rbac.ClusterRole("r", Rules(rules)), Rbac.BindIn("shop", "ClusterRole", "r", Rbac.Account("shop", "holder")),
            Rbac.Bind("r", Rbac.Account("shop", "holder")), Town.Namespace("other", "{pod-security.kubernetes.io/enforce: restricted}"));

        Assert.Equal(code, graph.Codes("ServiceAccount/shop/holder", "Node/?"));
    }

    [Fact]
    public void A_pod_of_ones_own_is_privileged_unless_the_namespace_forbids_it()
    {
        string[] parts = [Rbac.ClusterRole("r", Rbac.Rule("pods", "create")), Rbac.BindIn("shop", "ClusterRole", "r", Rbac.Account("shop", "holder"))];

        Assert.Equal("create-pods own-pod", Town.Graph(parts).Codes("ServiceAccount/shop/holder", "Node/?"));
        Assert.Equal("no way", Town.Graph([Town.Namespace("shop", "{pod-security.kubernetes.io/enforce: baseline}"), .. parts]).Codes("ServiceAccount/shop/holder", "Node/?"));
    }

    [Fact]
    public void Names_confine_a_right_to_what_they_name()
    {
        var graph = Graph(Rbac.ClusterRole("r", Rbac.Rule("secrets", "get", names: "db"), Rbac.Rule("pods/exec", "create", names: "web-6d4cf56db6-x2z9q")));

        Assert.Equal(("read-secrets", "no way"), (graph.Codes("ServiceAccount/shop/holder", "Secret/shop/db"), graph.Codes("ServiceAccount/shop/holder", "Secret/shop/other")));
        Assert.Equal("exec", graph.Codes("ServiceAccount/shop/holder", "shop/web/c"));
    }

    [Fact]
    public void An_administrator_of_a_namespace_has_what_is_in_it_and_no_more()
    {
        var graph = Town.Graph(Town.Namespace("shop", "{pod-security.kubernetes.io/enforce: baseline}"), Town.Secret("db"), Town.Secret("far", "other"), Rbac.BindIn("shop", "ClusterRole", "cluster-admin", Rbac.Account("shop", "holder")));

        Assert.Equal("everything administrator", graph.Codes("ServiceAccount/shop/holder", "Secret/shop/db"));
        Assert.Equal(("no way", "no way"), (graph.Codes("ServiceAccount/shop/holder", "Secret/other/far"), graph.Codes("ServiceAccount/shop/holder", "api-server")));
    }

    [Fact]
    public void What_strangers_may_do_every_pod_may() =>
        Assert.Equal("anonymous read-secrets", Town.Graph(Town.Pod("web", "automountServiceAccountToken: false"), Town.Secret("db"),
            Rbac.ClusterRole("r", Rbac.Rule("secrets", "get")), Rbac.Bind("r", Rbac.Group("system:unauthenticated"))).Codes("shop/web/c", "Secret/shop/db"));

    [Fact]
    public void Every_kind_has_a_code_of_its_own_and_a_rule_of_the_catalogue()
    {
        Assert.Equal(RightKind.All.Length, RightKind.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(RightKind.All, kind => Assert.StartsWith("TB-RBAC-", kind.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_somebody_holds_is_told_groups_included()
    {
        var rights = Town.Of(Rbac.ClusterRole("r", Rbac.Rule("secrets", "get")), Rbac.Bind("r", Rbac.Group("system:serviceaccounts"))).Permissions;

        var held = Assert.Single(RightKind.All.SelectMany(kind => kind.HeldBy(Holder.Of(rights, RbacSubject.Account("shop", "web")))));

        Assert.Equal("may read secrets everywhere", held.Words);
    }

    private static Kubernetes.Paths.AttackGraph Graph(string role) => Town.Graph(
        Town.Namespace("shop", "{pod-security.kubernetes.io/enforce: baseline}"), Town.Pod("web", "automountServiceAccountToken: false"), Town.Secret("db"), Town.Secret("other"),
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: shop}}\n---\n", role, Rbac.Bind("r", Rbac.Account("shop", "holder")));

    /// <summary><c>resources:verbs:group</c>, separated by bars.</summary>
    private static string[] Rules(string text) => [.. text.Split('|').Select(rule => rule.Split(':') is [var resources, var verbs, var group] ? Rbac.Rule(resources, verbs, group.Length > 0 ? group : "''") : "")];
}
