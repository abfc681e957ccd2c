using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>What is reached with single controls switched on; only reckoned, nothing is written.</summary>
/// <param name="Paths">The path that is shown, then each that is left with what is on before it; one at least.</param>
/// <param name="Goal">The name of what is to be reached no more.</param>
/// <param name="Vanished">What the start no longer reaches, what is worth reaching first; cut at thirty.</param>
/// <param name="Gone">How many things the start no longer reaches.</param>
/// <param name="Total">How many it reaches with nothing on.</param>
/// <param name="Patches">The YAML of everything that is on.</param>
public sealed record Trial(ImmutableArray<TrialPath> Paths, string Goal, bool IsReached, ImmutableArray<string> Vanished, int Gone, int Total, ImmutableArray<string> Patches)
{
    /// <summary>Each path after the first costs an analysis of the whole cluster.</summary>
    private const int MostPaths = 4;

    private const int MostControls = 24;
    private const int MostNamed = 30;

    /// <summary>The picture with what is on; null where nothing is.</summary>
    public CanvasOverlay? Overlay { get; private init; }

    /// <summary>The path that is left is one more than are followed.</summary>
    public bool IsCut => IsReached && Paths[^1].Controls.Any(control => control.IsOn);

    /// <summary>Null where the start or the goal is not in this cluster, or no path joins them.</summary>
    /// <param name="choice">What the picture shows.</param>
    /// <param name="on">Keys of what is switched on; those that cut none of the paths count for nothing.</param>
    public static Trial? Of(ClusterLook look, TrialEnds ends, OverlayChoice choice, IReadOnlySet<string> on)
    {
        var before = look.Cluster.Attack;
        if (ends.PathIn(before) is not { } first) return null;
        var (cluster, left, paths, switched) = (look.Cluster, (AttackPath?)first, ImmutableArray.CreateBuilder<TrialPath>(), new List<Fix>());
        while (left is not null && paths.Count < MostPaths)
        {
            var offered = Offered(cluster.Attack, left, switched);
            paths.Add(new($"{left}", [.. offered.Select(cut => new TrialControl(cut.Key.Key, cut.Key.Title, cut.Key.Why, [.. cut], on.Contains(cut.Key.Key)))]));
            List<Fix> more = [.. offered.Select(cut => cut.Key).Where(fix => on.Contains(fix.Key))];
            if (more.Count == 0) break;
            switched.AddRange(more);
            cluster = WhatIf.With(cluster.Attack, more).After;
            left = ends.PathIn(cluster.Attack);
        }

        var (gone, total) = GoneBetween(before, cluster.Attack, first.Start);
        return new(paths.ToImmutable(), first.End.Name, left is not null, [.. gone.Take(MostNamed)], gone.Count, total, [.. JointPatches.Of(switched).Select(patch => patch.Yaml)])
        {
            Overlay = switched.Count == 0 ? null : Blast.After(look.With(cluster), choice, first, paths[0].Controls.Where(control => control.IsOn).SelectMany(control => control.Steps).Min()),
        };
    }

    /// <summary>With the numbers of the steps that each cuts; what cannot be written as YAML cannot be tried.</summary>
    private static List<IGrouping<Fix, int>> Offered(AttackGraph graph, AttackPath path, List<Fix> switched) =>
        [.. graph.FixesOf(path).Where(cut => cut.Fix.Patches.Length > 0 && !switched.Contains(cut.Fix)).GroupBy(cut => cut.Fix, cut => cut.Step).Take(MostControls)];

    private static (List<string> Names, int Total) GoneBetween(AttackGraph before, AttackGraph after, AttackNode start)
    {
        var (was, assets) = (before.From(start), before.Assets.ToHashSet());
        var now = after.Find(start.Key) is { } there ? after.From(there) : null;
        var gone = was.Reached.Where(gain => now is null || after.Find(gain.Node.Key) is not { } node || !now.Reaches(node));
        return ([.. gone.OrderBy(gain => !assets.Contains(gain.Node)).Select(gain => gain.Node.Name)], was.Reached.Length);
    }
}

/// <summary>A path with what cuts its steps.</summary>
/// <param name="Words">What is held one after the other.</param>
public sealed record TrialPath(string Words, ImmutableArray<TrialControl> Controls);

/// <summary>One control that can be switched on.</summary>
/// <param name="Key">The same for the same control of the same thing.</param>
/// <param name="Steps">The numbers of the steps that it cuts, from 1 on.</param>
public sealed record TrialControl(string Key, string Title, string Why, ImmutableArray<int> Steps, bool IsOn);

/// <summary>Between what a trial looks for paths, by the attack graph's keys.</summary>
/// <param name="IsBackwards">The path that is shown was sought from its end, which of several equally short ones may find another.</param>
public sealed record TrialEnds(string Start, string End, bool IsBackwards)
{
    /// <summary>The shortest; null where there is none.</summary>
    public AttackPath? PathIn(AttackGraph graph) => (graph.Find(Start), graph.Find(End)) switch
    {
        ({ } start, { } end) => IsBackwards ? graph.To(end).PathFrom(start) : graph.Path(start, end),
        _ => null,
    };
}
