using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Tests.Permissions;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class CuttingTests
{
    [Fact]
    public void One_fix_that_every_path_needs_is_the_smallest_set()
    {
        var graph = Town.Graph(
            Town.Pod("a"), Town.Pod("b"), Town.Service("a", type: "LoadBalancer"), Town.Service("b", type: "LoadBalancer"), Town.Pod("ops", "serviceAccountName: ops"),
            Rbac.Bind("cluster-admin", Rbac.Account("shop", "ops")));

        var plan = graph.Cut(graph.Internet, graph.ApiServer);

        Assert.True(plan is { IsExact: true, Left: null, Fixes.Length: 1, ClosesDeclaredFlow: false }, plan.Words);
        Holds(graph, plan);
    }

    [Fact]
    public void Two_ways_that_share_nothing_take_two_fixes()
    {
        var graph = Town.Graph(
            Town.Pod("one", "serviceAccountName: one"), Town.Pod("two", "serviceAccountName: two"), Rbac.Bind("cluster-admin", Rbac.Account("shop", "one")),
            Rbac.ClusterRole("w", Rbac.Rule("mutatingwebhookconfigurations", "create", "admissionregistration.k8s.io")), Rbac.Bind("w", Rbac.Account("shop", "two")), Town.Service("one", type: "NodePort"),
            Town.Service("two", type: "NodePort"));

        var plan = graph.Cut(graph.Internet, graph.ApiServer);

        Assert.True(plan is { IsExact: true, Fixes.Length: 2 }, plan.Words);
        Holds(graph, plan);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public void Up_to_three_fixes_are_exact_and_more_are_labelled_greedy(int ways, bool isExact)
    {
        var parts = Enumerable.Range(1, ways).SelectMany(i => new[]
        {
            Town.Pod($"p{i}", $"serviceAccountName: a{i}"), Town.Service($"p{i}", type: "NodePort"),
            Rbac.ClusterRole($"r{i}", Rbac.Rule("groups", "impersonate")), Rbac.Bind($"r{i}", Rbac.Account("shop", $"a{i}")),
        });
        var graph = Town.Graph([.. parts]);

        var plan = graph.Cut(graph.Internet, graph.ApiServer);

        Assert.Equal((ways, isExact, null), (plan.Fixes.Length, plan.IsExact, plan.Left));
        Assert.Contains(isExact ? "the smallest set" : "greedily", plan.Words, StringComparison.Ordinal);
        Holds(graph, plan);
    }

    [Fact]
    public void The_smallest_set_equals_what_trying_all_sets_finds()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var graph = RandomTown(new Random(seed));
            var plan = graph.Cut(graph.Internet, graph.ApiServer);
            if (plan.IsNeedless || plan.Left is not null || !plan.IsExact) continue;

            var fixes = AllFixes(graph).Where(fix => plan.ClosesDeclaredFlow || !fix.ClosesDeclaredFlow).ToList();
            Assert.False(Subsets(fixes, plan.Fixes.Length - 1).Any(set => Cuts(graph, set)), $"seed {seed}: {plan.Words}");
            Assert.True(Cuts(graph, plan.Fixes), $"seed {seed}: {plan.Words}");
        }
    }

    [Fact]
    public void Where_only_closing_the_way_in_helps_the_plan_says_so()
    {
        var graph = Town.Graph(Town.Pod("db", image: "mysql"), Town.Service("db", type: "LoadBalancer"));

        var plan = graph.Cut(graph.Internet, graph.Node("shop/db/c"));

        Assert.True(plan is { ClosesDeclaredFlow: true, Fixes.Length: 1 }, plan.Words);
    }

    [Fact]
    public void Where_nothing_helps_the_path_that_is_left_is_shown()
    {
        var graph = Town.Graph(Town.Pod("web", "", "env: [{name: P, valueFrom: {secretKeyRef: {name: db, key: p}}}]"));

        var plan = graph.Cut(graph.Node("shop/web"), graph.Node("Secret/shop/db"));

        Assert.Equal("a pod of shop/web → secret shop/db", plan.Left!.ToString());
    }

    [Fact]
    public void Where_there_is_no_path_nothing_is_needed() =>
        Assert.True(Town.Graph(Town.Pod("web")) is var graph && graph.Cut(graph.Internet, graph.ApiServer).IsNeedless);

    /// <summary>The patches do what the plan says.</summary>
    private static void Holds(AttackGraph graph, CutPlan plan) =>
        Assert.False(WhatIf.With(graph, plan.Fixes).Reaches(plan.Start, plan.Asset), plan.Words);

    private static AttackGraph RandomTown(Random random)
    {
        var parts = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            parts.Add(Town.Pod($"p{i}", $"serviceAccountName: a{random.Next(3)}", random.Next(4) == 0 ? "securityContext: {privileged: true}" : "", kind: random.Next(4) == 0 ? "DaemonSet" : "Deployment"));
            if (random.Next(3) == 0) parts.Add(Town.Service($"p{i}", type: "NodePort"));
            if (random.Next(2) == 0) parts.Add(Town.OnlyFrom($"p{i}", $"p{random.Next(4)}"));
        }
        for (var i = 0; i < 3; i++)
            if (random.Next(2) == 0) parts.Add(Rbac.ClusterRole($"r{i}", random.Next(2) == 0 ? Rbac.Rule("groups", "impersonate") : Rbac.Rule("serviceaccounts/token", "create")) + Rbac.Bind($"r{i}", Rbac.Account("shop", $"a{i}")));
        return Town.Graph([.. parts]);
    }

    private static List<Fix> AllFixes(AttackGraph graph) =>
    [
        .. from start in graph.Nodes
           where start.Kind is NodeKind.Internet or NodeKind.Container or NodeKind.Account
           let reached = graph.From(start)
           from gain in reached.Reached
           from step in reached.PathTo(gain.Node)!.Steps
           group step by step.ToString() into steps
           from fix in graph.FixesOf(steps.First())
           group fix by fix.Key into same
           select same.First(),
    ];

    private static IEnumerable<List<Fix>> Subsets(List<Fix> fixes, int most)
    {
        yield return [];
        if (most <= 0) yield break;
        for (var i = 0; i < fixes.Count; i++)
            foreach (var rest in Subsets(fixes[(i + 1)..], most - 1)) yield return [fixes[i], .. rest];
    }

    private static bool Cuts(AttackGraph graph, IEnumerable<Fix> fixes) => !WhatIf.With(graph, fixes).Reaches(graph.Internet, graph.ApiServer);
}
