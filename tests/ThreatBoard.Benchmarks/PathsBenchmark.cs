using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Benchmarks;

/// <summary>How long the attack graph of a made-up cluster takes to make, and questions of it to be answered; how both grow.</summary>
public static class PathsBenchmark
{
    private const int Runs = 5;
    private static readonly int[] s_sizes = [1_250, 2_500, 5_000, 10_000];

    public static Task RunAsync(int? containers)
    {
        foreach (var size in containers is { } one ? [one] : s_sizes) Measure(size);
        return Task.CompletedTask;
    }

    private static void Measure(int containers)
    {
        var objects = ManifestReader.Read([Upload.Pasted(GeneratedTown.Of(containers))], Budget.Default).Objects;
        var name = $"paths.{containers}";
        var graph = Cluster.Of(objects).Attack;
        Figures.Print($"{name}.nodes", graph.Nodes.Length, "nodes");
        Figures.Print($"{name}.edges", graph.EdgeCount, "edges");
        Figures.Print($"{name}.build", Figures.MedianOf(3, () => _ = Cluster.Of(objects).Attack), "ms");
        var container = graph.Nodes.First(node => node.Kind == NodeKind.Container);
        Figures.Print($"{name}.radius-of-internet", Figures.MedianOf(Runs, () => graph.From(graph.Internet)), "ms");
        Figures.Print($"{name}.radius-of-a-container", Figures.MedianOf(Runs, () => graph.From(container)), "ms");
        Figures.Print($"{name}.reached", graph.From(graph.Internet).Reached.Length, "nodes");
        Figures.Print($"{name}.all-asset-paths", Figures.MedianOf(Runs, () => AllPaths(graph)), "ms");
        Figures.Print($"{name}.who-reaches-api-server", Figures.MedianOf(Runs, () => graph.To(graph.ApiServer)), "ms");
        Figures.Print($"{name}.cut-internet-to-api-server", Figures.MedianOf(1, () => graph.Cut(graph.Internet, graph.ApiServer)), "ms");
        if (graph.Path(graph.Internet, graph.ApiServer) is { } path && graph.FixesOf(path).Select(cut => cut.Fix).FirstOrDefault(fix => fix.Patches.Length > 0) is { } fix)
            Figures.Print($"{name}.what-if", Figures.MedianOf(3, () => WhatIf.With(graph, [fix]).Reaches(graph.Internet, graph.ApiServer)), "ms");
    }

    /// <summary>Every path that a page of the blast radius shows, each step explained.</summary>
    private static int AllPaths(AttackGraph graph)
    {
        var radius = graph.From(graph.Internet);
        return radius.Assets.Sum(gain => radius.PathTo(gain.Node)!.Steps.Count);
    }
}
