using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Permissions;

public sealed class ClusterPermissionsTests
{
    private static readonly RbacSubject s_web = RbacSubject.Account("shop", "web");

    [Fact]
    public void A_cluster_role_bound_in_a_namespace_holds_there_alone()
    {
        var rights = Of(Rbac.ClusterRole("reader", Rbac.Rule("secrets, nodes", "get")), Rbac.BindIn("shop", "ClusterRole", "reader", Rbac.Account("shop", "web")));

        Assert.True(rights.Allows(s_web, "get", "", "secrets", "shop", "db"));
        Assert.False(rights.Allows(s_web, "get", "", "secrets", "other", "db"));
        Assert.False(rights.Allows(s_web, "get", "", "secrets"));
        Assert.False(rights.Allows(s_web, "get", "", "nodes", "shop"));
    }

    [Fact]
    public void A_cluster_binding_holds_everywhere_and_a_role_is_sought_in_its_own_namespace()
    {
        var rights = Of(
            Rbac.ClusterRole("lister", Rbac.Rule("pods", "list")), Rbac.Bind("lister", Rbac.Account("shop", "web")),
            Rbac.Role("other", "writer", Rbac.Rule("pods", "create")), Rbac.BindIn("shop", "Role", "writer", Rbac.Account("shop", "web")));

        Assert.True(rights.Allows(s_web, "list", "", "pods"));
        Assert.True(rights.Allows(s_web, "list", "", "pods", "other"));
        Assert.False(rights.Allows(s_web, "create", "", "pods", "shop"));
        Assert.Equal("writer", Assert.Single(rights.Unresolved).Role.Name);
    }

    [Theory]
    [InlineData("pods", "pods", true)]
    [InlineData("pods", "pods/exec", false)]
    [InlineData("'*'", "pods/exec", true)]
    [InlineData("pods/exec", "pods/exec", true)]
    [InlineData("pods/exec", "pods", false)]
    [InlineData("'pods/*'", "pods/exec", true)]
    [InlineData("'*/exec'", "pods/exec", true)]
    [InlineData("'*/scale'", "pods/exec", false)]
    [InlineData("'pods/*'", "pods", false)]
    public void Resources_match_with_their_subresources(string rule, string asked, bool allowed) =>
        Assert.Equal(allowed, Of(Rbac.ClusterRole("r", Rbac.Rule(rule, "create")), Rbac.Bind("r", Rbac.Account("shop", "web"))).Allows(s_web, "create", "", asked, "shop"));

    [Theory]
    [InlineData("''", "create", false)]
    [InlineData("apps", "create", true)]
    [InlineData("'*'", "create", true)]
    [InlineData("apps", "'*'", true)]
    [InlineData("apps", "delete", false)]
    public void Groups_and_verbs_match_by_word_or_star(string group, string verb, bool allowed) =>
        Assert.Equal(allowed, Of(Rbac.ClusterRole("r", Rbac.Rule("deployments", verb, group)), Rbac.Bind("r", Rbac.Account("shop", "web"))).Allows(s_web, "create", "apps", "deployments", "shop"));

    [Fact]
    public void A_rule_with_names_allows_those_names_and_nothing_that_is_asked_without_one()
    {
        var rights = Of(Rbac.ClusterRole("r", Rbac.Rule("secrets", "get, list", names: "db")), Rbac.Bind("r", Rbac.Account("shop", "web")));

        Assert.True(rights.Allows(s_web, "get", "", "secrets", "shop", "db"));
        Assert.False(rights.Allows(s_web, "get", "", "secrets", "shop", "other"));
        Assert.False(rights.Allows(s_web, "list", "", "secrets", "shop"));
        Assert.Equal(["db"], Assert.Single(rights.Touching(s_web, "list", "", "secrets")).Names);
    }

    [Fact]
    public void Groups_reach_the_accounts_that_are_in_them()
    {
        var rights = Of(
            Rbac.ClusterRole("a", Rbac.Rule("pods", "get")), Rbac.Bind("a", Rbac.Group("system:serviceaccounts")),
            Rbac.ClusterRole("b", Rbac.Rule("pods", "list")), Rbac.Bind("b", Rbac.Group("system:serviceaccounts:shop")),
            Rbac.ClusterRole("c", Rbac.Rule("pods", "watch")), Rbac.Bind("c", Rbac.Group("system:authenticated")),
            Rbac.ClusterRole("d", Rbac.Rule("pods", "delete")), Rbac.Bind("d", Rbac.Group("system:unauthenticated")),
            Rbac.ClusterRole("e", Rbac.Rule("pods", "create")), Rbac.Bind("e", Rbac.User("system:serviceaccount:shop:web")));

        string[] May(RbacSubject who) => [.. new[] { "get", "list", "watch", "delete", "create" }.Where(verb => rights.Allows(who, verb, "", "pods"))];

        Assert.Equal(["get", "list", "watch", "create"], May(s_web));
        Assert.Equal(["get", "watch"], May(RbacSubject.Account("other", "web")));
        Assert.Equal(["watch"], May(RbacSubject.User("ann")));
        Assert.Equal(["watch"], May(RbacSubject.Group("devs")));
        Assert.Equal(["delete"], May(RbacSubject.Anonymous));
        Assert.Equal(["create"], rights.Naming(s_web).SelectMany(grant => grant.Role.Rules).SelectMany(rule => rule.Verbs));
    }

    [Fact]
    public void An_aggregated_role_has_what_its_selectors_reach_over_others()
    {
        var rights = Of(
            Rbac.Aggregated("all", "to-all"), Rbac.Aggregated("middle", "to-middle", ", labels: {to-all: 'true'}"),
            Rbac.Labelled("leaf", "{to-middle: 'true'}", Rbac.Rule("secrets", "get")), Rbac.Labelled("beside", "{to-middle: 'false'}", Rbac.Rule("pods", "create")),
            Rbac.Bind("all", Rbac.Account("shop", "web")));

        Assert.True(rights.Allows(s_web, "get", "", "secrets"));
        Assert.False(rights.Allows(s_web, "create", "", "pods"));
    }

    [Fact]
    public void Roles_that_aggregate_each_other_end() =>
        Assert.False(Of(Rbac.Aggregated("a", "x", ", labels: {x: 'true'}"), Rbac.Bind("a", Rbac.Account("shop", "web"))).Allows(s_web, "get", "", "pods"));

    [Theory]
    [InlineData("cluster-admin", "create", "pods/exec", true)]
    [InlineData("admin", "create", "rolebindings", true)]
    [InlineData("edit", "create", "rolebindings", false)]
    [InlineData("edit", "get", "secrets", true)]
    [InlineData("view", "get", "secrets", false)]
    [InlineData("view", "get", "configmaps", true)]
    public void Roles_that_every_cluster_has_are_known_without_being_read(string role, string verb, string resource, bool allowed)
    {
        var rights = Of(Rbac.BindIn("shop", "ClusterRole", role, Rbac.Account("shop", "web")));

        Assert.Equal(allowed, rights.Allows(s_web, verb, resource == "rolebindings" ? "rbac.authorization.k8s.io" : "", resource, "shop", "x"));
        Assert.Empty(rights.Unresolved);
    }

    [Fact]
    public void A_read_role_that_adds_itself_to_a_known_one_counts_with_it()
    {
        var rights = Of(
            Rbac.Labelled("more", "{rbac.authorization.k8s.io/aggregate-to-view: 'true'}", Rbac.Rule("secrets", "get")), Rbac.BindIn("shop", "ClusterRole", "view", Rbac.Account("shop", "web")));

        Assert.True(rights.Allows(s_web, "get", "", "secrets", "shop", "db"));
    }

    [Fact]
    public void Addresses_that_are_no_resources_need_a_cluster_binding()
    {
        const string rule = "{nonResourceURLs: ['/metrics', '/healthz/*'], verbs: [get]}";
        var rights = Of(Rbac.ClusterRole("m", rule), Rbac.Bind("m", Rbac.User("ann")), Rbac.BindIn("shop", "ClusterRole", "m", Rbac.User("bob")));

        Assert.True(rights.AllowsUrl(RbacSubject.User("ann"), "get", "/metrics"));
        Assert.True(rights.AllowsUrl(RbacSubject.User("ann"), "get", "/healthz/etcd"));
        Assert.False(rights.AllowsUrl(RbacSubject.User("ann"), "get", "/logs"));
        Assert.False(rights.AllowsUrl(RbacSubject.User("bob"), "get", "/metrics"));
    }

    [Fact]
    public void Who_grants_it_is_shown_by_subject_binding_role_and_rule()
    {
        var rights = Of(Rbac.Role("shop", "r", Rbac.Rule("pods", "get"), Rbac.Rule("secrets", "get, list")), Rbac.BindIn("shop", "Role", "r", Rbac.Account("shop", "web"), Rbac.User("ann")));

        var what = rights.WhatAllows(s_web, new("list", "", "secrets", "shop"))!;

        Assert.Equal("RoleBinding r-here gives Role r to shop/web", what.ToString());
        Assert.Equal(["subjects[0].name", "roleRef.name", "rules[1].resources", "rules[1].verbs"], what.Evidence.Select(e => e.Path));
        Assert.Equal(["shop/web", "user ann"], rights.WhoMay(new("list", "", "secrets", "shop")).Select(p => p.Grant.Subject.ToString()));
    }

    [Fact]
    public void Accounts_are_those_read_used_and_bound()
    {
        var rights = Of(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: read, namespace: shop}}\n---\n",
            "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {serviceAccountName: used, containers: [{name: c}]}}\n---\n",
            Rbac.Bind("view", Rbac.Account("shop", "bound"), Rbac.User("ann")));

        Assert.Equal(["shop/bound", "shop/read", "shop/used"], rights.Accounts.Select(a => a.ToString()));
    }

    private static ClusterPermissions Of(params string[] parts) => Cluster.Of(Reading.Of(string.Concat(parts)).Objects).Permissions;
}
