using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Paths;

/// <summary>Every fix is applied as its YAML and the cluster analysed again: what it is for is gone, nothing new is found, declared flows stay.</summary>
public sealed class FixTests
{
    private static readonly string s_shop = Town.Pod("web", "", "env: [{name: API_URL, value: 'http://api:8080'}]") + Town.Service("web", type: "LoadBalancer")
        + Town.Pod("api", "", "env: [{name: DB_HOST, value: db}]") + Town.Service("api") + Town.Pod("db", image: "mysql", port: 3306) + Town.Service("db", 3306);

    public static TheoryData<string, string, string, string> Fixes => new()
    {
        { "TB-CTR-01", Town.Pod("bad", "", "securityContext: {privileged: true}"), "shop/bad", "Node/?" },
        { "TB-CTR-05", Town.Pod("bad", "", "securityContext: {capabilities: {add: [SYS_ADMIN, NET_BIND_SERVICE]}}"), "shop/bad", "Node/?" },
        { "TB-POD-01", Town.Pod("bad", "hostPID: true"), "shop/bad", "Node/?" },
        { "TB-POD-05", Town.Pod("bad", "volumes: [{name: v, hostPath: {path: /etc}}]", "volumeMounts: [{name: v, mountPath: /h}]"), "shop/bad", "Node/?" },
        { "TB-POD-08", Town.Pod("bad", "volumes: [{name: v, hostPath: {path: /run/containerd/containerd.sock}}]", "volumeMounts: [{name: v, mountPath: /h}]"), "shop/bad", "Node/?" },
        { "TB-RBAC-03", Town.Pod("ops", "serviceAccountName: ops") + Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops")), "ServiceAccount/shop/ops", "api-server" },
        { "TB-CHAIN-02", Town.Pod("ops", "serviceAccountName: ops") + Rbac.Bind("cluster-admin", Rbac.User("ann"), Rbac.Account("shop", "ops")), "ServiceAccount/shop/ops", "api-server" },
        { "TB-CHAIN-01", "", "internet", "shop/db/c" },
        { "TB-NET-01", Town.Pod("side", "serviceAccountName: side"), "shop/side/c", "shop/db/c" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_patch_takes_its_finding_away_and_brings_no_other(string code, string beside, string from, string to)
    {
        var model = TestModel.Of(s_shop + beside);
        var graph = model.Cluster.Attack;
        var plan = graph.Cut(graph.Node(from), graph.Node(to));

        Assert.True(plan is { Left: null, Fixes.Length: > 0 }, plan.Words);
        var after = WhatIf.With(graph, plan.Fixes);
        var (was, now) = (model.AllFindings(), KubernetesRules.All.SelectMany(rule => rule.Examine(after.After)).ToList());

        Assert.False(after.Reaches(plan.Start, plan.Asset));
        Assert.True(Count(was, code) > Count(now, code), $"{plan.Words} leaves {code}");
        Assert.Empty(now.Where(finding => !was.Any(old => old.Key == finding.Key)).Select(finding => $"{finding.Card.Code} {finding.Because}"));
        DeclaredFlowsStay(model, after);
    }

    [Theory]
    [InlineData("we\"b: #x")]
    [InlineData("a\n---\nkind: Pod")]
    [InlineData("- null")]
    [InlineData("*anchor &x !!binary")]
    [InlineData("\u202Eevil\u0007")]
    public void Patches_of_things_with_hostile_names_are_still_one_object_each(string name)
    {
        var written = System.Text.Json.JsonSerializer.Serialize(name);
        var graph = Town.Graph(
            Town.Pod(written, "hostPID: true, serviceAccountName: " + written, "securityContext: {privileged: true}"), Town.Service(written, type: "LoadBalancer"),
            Rbac.Bind("cluster-admin", Rbac.Account("shop", written), Rbac.User(written)));
        Fix[] fixes = [.. graph.Assets.Select(asset => graph.Path(graph.Node("internet"), asset)).OfType<AttackPath>().SelectMany(path => path.Steps).SelectMany(graph.FixesOf).Distinct()];

        Assert.True(fixes.Length > 2, $"{fixes.Length} fixes");
        Assert.All(fixes, fix => Assert.NotEmpty(WhatIf.With(graph, [fix]).After.Attack.Nodes));
        Assert.NotEmpty(WhatIf.With(graph, fixes).After.Attack.Nodes);
    }

    [Fact]
    public void Two_subjects_leave_one_binding_together_and_the_third_stays()
    {
        var graph = TestModel.Of(Town.Pod("ops", "serviceAccountName: ops") + Town.Pod("dev", "serviceAccountName: dev")
            + Rbac.Bind("cluster-admin", Rbac.User("ann"), Rbac.Account("shop", "ops"), Rbac.Account("shop", "dev"))).Cluster.Attack;
        var server = graph.Node("api-server");
        AttackNode[] accounts = [graph.Node("ServiceAccount/shop/ops"), graph.Node("ServiceAccount/shop/dev")];
        Fix[] fixes = [.. accounts.Select(account => graph.FixesOf(graph.Path(account, server)!.Steps[0]).OfType<TakeRole>().First())];

        var after = WhatIf.With(graph, fixes);

        Assert.All(accounts, account => Assert.False(after.Reaches(account, server)));
        Assert.Contains("ann", Assert.Single(JointPatches.Of(fixes), patch => patch.Yaml.Contains("subjects", StringComparison.Ordinal)).Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_lets_declared_flows_in_and_nothing_else()
    {
        var model = TestModel.Of(s_shop + Town.Pod("side"));
        var graph = model.Cluster.Attack;

        var fix = Assert.IsType<AdmitDeclared>(Assert.Single(graph.FixesOf(graph.Path(graph.Node("shop/side/c"), graph.Node("shop/db/c"))!.Steps[0])));

        Assert.Equal("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db-declared-only\n  namespace: shop\n", fix.Patches[0].Yaml[..fix.Patches[0].Yaml.IndexOf("spec:", StringComparison.Ordinal)]);
        var after = WhatIf.With(graph, [fix]).After;
        var (api, side, db) = (Named(after, "api"), Named(after, "side"), Named(after, "db"));
        Assert.Equal((Reachable.Allowed, Reachable.Denied), (after.Reach.Between(api, db).Of(Protocol.Tcp, 3306), after.Reach.Between(side, db).Of(Protocol.Tcp, 3306)));
    }

    [Fact]
    public void What_if_tells_the_paths_that_vanish_and_those_that_stay()
    {
        var graph = Town.Graph(s_shop, Town.Pod("bad", "", "securityContext: {privileged: true}"));

        var what = WhatIf.With(graph, [new ConfinePod(graph.Node("shop/bad").Workload!)]);

        var gone = Assert.Single(what.Vanished(graph.Internet));
        Assert.Equal("a node (its name was not read)", gone.End.Name);
        Assert.Equal(["container c of shop/db"], what.Left(graph.Internet).Select(path => path.End.Name));
    }

    [Fact]
    public void What_if_takes_any_patch_that_somebody_writes()
    {
        var graph = Town.Graph(s_shop);

        var what = WhatIf.With(graph, [new Kubernetes.Patches.Patch(Kubernetes.Patches.PatchAction.Create, "", Town.OnlyFrom("db", "api").Replace("---\n", "", StringComparison.Ordinal))]);

        Assert.Equal("the internet → container c of shop/web → container c of shop/api → container c of shop/db", what.After.Attack.Way("internet", "shop/db/c"));
    }

    [Fact]
    public void Every_step_says_what_would_cut_it()
    {
        var graph = Town.Graph(s_shop, Town.Pod("ops", "serviceAccountName: ops"), Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops")));
        var path = graph.Path(graph.Node("shop/web/c"), graph.ApiServer)!;

        Assert.Equal(
            ["Let only declared flows into the pods of shop/ops", "Mount no token into the pods of shop/ops", "Take ClusterRole cluster-admin from shop/ops"],
            path.Steps.SelectMany(graph.FixesOf).Select(fix => fix.Title));
    }

    private static int Count(IEnumerable<Finding> findings, string code) => findings.Count(finding => finding.Card.Code == code);

    private static Kubernetes.Workloads.Workload Named(Kubernetes.Workloads.Cluster cluster, string name) => cluster.Workloads.Single(w => w.Name == name);

    private static void DeclaredFlowsStay(TestModel model, WhatIf after)
    {
        foreach (var flow in model.Graph.Flows.Where(f => f.Port is not null))
        {
            var (from, to) = (model.Cluster.Attack.Of(EntityRef.To(model.Graph.From(flow))), model.Cluster.Attack.Of(EntityRef.To(model.Graph.To(flow))));
            if (to?.Workload is null || from is null) continue;
            var target = Named(after.After, to.Workload.Name);
            var verdict = from.Workload is { } source ? after.After.Reach.Between(Named(after.After, source.Name), target) : after.After.Reach.FromInternet(target);
            Assert.Equal(Reachable.Allowed, verdict.Of(Protocol.Tcp, flow.Port!.Value));
        }
    }
}
