using System.Diagnostics;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Tests.Permissions;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Paths;

public sealed class BigTownTests(ITestOutputHelper output)
{
    /// <summary>Five times the target of a second.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(5);

    [Fact]
    public void Five_thousand_containers_are_answered_in_time_and_edges_do_not_grow_with_pairs()
    {
        var graph = Of(GeneratedTown.Of(5_000));
        var start = Stopwatch.GetTimestamp();

        var radius = graph.From(graph.Internet);
        var paths = radius.Assets.Select(gain => radius.PathTo(gain.Node)!).ToList();
        var approaches = graph.To(graph.ApiServer);

        var taken = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{graph.Nodes.Length} nodes, {graph.EdgeCount} edges, {radius.Reached.Length} reached, {paths.Count} assets, {taken.TotalMilliseconds:0} ms");
        Assert.True(taken < s_deadline, $"It took {taken}.");
        Assert.True(paths.Count > 0 && approaches.From.Length > 0 && !graph.IsCut);
        Assert.True(graph.EdgeCount < graph.Nodes.Length * 40, $"{graph.EdgeCount} edges of {graph.Nodes.Length} nodes");
    }

    [Fact]
    public void A_plan_for_a_big_cluster_ends_and_is_true()
    {
        var graph = Of(GeneratedTown.Of(2_000));
        var plan = graph.Cut(graph.Internet, graph.ApiServer);
        output.WriteLine(plan.Words);

        Assert.Equal(plan.Left is not null, WhatIf.With(graph, plan.Fixes).Reaches(graph.Internet, graph.ApiServer));
    }

    [Fact]
    public void Ten_thousand_pods_that_know_each_other_by_nothing_end()
    {
        var pods = string.Concat(Enumerable.Range(0, 10_000).Select(i => Town.Pod($"p{i}", i % 2 == 0 ? "hostPID: true" : "", kind: i % 50 == 0 ? "DaemonSet" : "Deployment")));

        var graph = Of(pods);

        Assert.True(graph.EdgeCount < 200_000, $"{graph.EdgeCount} edges");
        Assert.True(graph.From(graph.Node("shop/p1/c")).Reached.Length >= 10_000);
    }

    [Fact]
    public void Thousands_of_accounts_in_a_group_with_thousands_of_rules_end()
    {
        var rules = Enumerable.Range(0, 3_000).Select(i => Rbac.Rule($"r{i}", "get"));
        var pods = string.Concat(Enumerable.Range(0, 3_000).Select(i => Town.Pod($"p{i}", $"serviceAccountName: a{i}")));
        var model = TestModel.Of(pods + Rbac.ClusterRole("big", [.. rules, Rbac.Rule("secrets", "get")]) + Rbac.Bind("big", Rbac.Group("system:serviceaccounts")));

        Assert.Equal(3_000, model.Findings(new PowerfulIdentity()).Count);
        Assert.Equal("token read-secrets", model.Cluster.Attack.Codes("shop/p1/c", "secrets/shop"));
    }

    private static AttackGraph Of(string yaml) => Cluster.Of(ManifestReader.Read([Upload.Pasted(yaml)]).Objects).Attack;
}
