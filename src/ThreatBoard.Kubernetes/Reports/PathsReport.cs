using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>What an attacker gains from a start, or who gets to an asset, with the shortest ways; for one start and one asset the way and what would cut it.</summary>
/// <param name="Start">Where the attack begins; null: wherever it may.</param>
/// <param name="Asset">What is to be protected; null: whatever is worth reaching.</param>
/// <param name="Reached">How many things are reached, or reach the asset.</param>
/// <param name="Paths">The shortest way to each asset (from the start), or to the asset (from each start), nearest first.</param>
/// <param name="Plan">What cuts all ways from the start to the asset; null where not both were named, or nobody asked.</param>
public sealed record PathsReport(AttackGraph Graph, AttackNode? Start, AttackNode? Asset, int Reached, ImmutableArray<AttackPath> Paths, CutPlan? Plan)
{
    /// <summary>Paths that are told of; the rest are only counted.</summary>
    public const int Most = 200;

    /// <summary>Paths beyond <see cref="Most"/>.</summary>
    public int Further { get; init; }

    /// <summary>Everything that is worth reaching and reached from a start.</summary>
    public static PathsReport From(AttackGraph graph, AttackNode start)
    {
        var radius = graph.From(start);
        var assets = radius.Assets.ToList();
        return new(graph, start, Asset: null, radius.Reached.Length, [.. assets.Take(Most).Select(gain => radius.PathTo(gain.Node)!)], Plan: null) { Further = Math.Max(assets.Count - Most, 0) };
    }

    /// <summary>Everybody who gets to an asset.</summary>
    public static PathsReport To(AttackGraph graph, AttackNode asset)
    {
        var approaches = graph.To(asset);
        var paths = approaches.From.Take(Most).Select(gain => approaches.PathFrom(gain.Node)).OfType<AttackPath>().Where(path => path.Steps.Count > 0);
        return new(graph, Start: null, asset, approaches.From.Length, [.. paths.OrderBy(path => path.Steps.Count)], Plan: null)
        {
            Further = Math.Max(approaches.From.Length - Most, 0),
        };
    }

    /// <summary>The way from a start to an asset, if there is one.</summary>
    /// <param name="plans">Whether to look for what would cut it.</param>
    public static PathsReport Between(AttackGraph graph, AttackNode start, AttackNode asset, bool plans) =>
        graph.Path(start, asset) is { } path
            ? new(graph, start, asset, Reached: 1, [path], plans ? graph.Cut(start, asset) : null)
            : new(graph, start, asset, Reached: 0, [], Plan: null);
}
