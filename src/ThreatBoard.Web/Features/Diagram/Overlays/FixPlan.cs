using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>One control to switch on, with the YAML that does it.</summary>
public sealed record PlannedFix(string Title, string Why, ImmutableArray<string> Patches);

/// <summary>What to switch on so that no path leads to the goal any more, and what else is not reached then.</summary>
/// <param name="Words">How sure it is that no smaller set does it, or what is left.</param>
/// <param name="Vanished">What the start no longer reaches with all of them switched on.</param>
public sealed record FixPlan(string Words, ImmutableArray<PlannedFix> Fixes, ImmutableArray<string> Vanished)
{
    private const int MostNamed = 30;

    /// <summary>Null where the start or the goal is not in this cluster.</summary>
    /// <param name="start">The key of what an attacker holds.</param>
    /// <param name="goal">The key of what is to be reached no more.</param>
    public static FixPlan? Of(ClusterLook look, string start, string goal)
    {
        var graph = look.Cluster.Attack;
        if (graph.Find(start) is not { } from || graph.Find(goal) is not { } to) return null;
        var plan = graph.Cut(from, to);
        return new(
            WordsOf(plan),
            [.. JointPatches.ByFix(plan.Fixes).Select(one => new PlannedFix(one.Fix.Title, one.Fix.Why, [.. one.Patches.Select(patch => patch.Yaml)]))],
            plan.Fixes.IsEmpty ? [] : [.. WhatIf.With(graph, plan.Fixes).Vanished(from).Select(path => path.End.Name).Take(MostNamed)]);
    }

    private static string WordsOf(CutPlan plan) => plan switch
    {
        { IsNeedless: true } => "No path leads there: nothing has to be done.",
        { Left: not null } => "No fix that is known here cuts every path there.",
        { IsExact: true } => "The smallest set of fixes that cuts every path there:",
        _ => "Fixes that cut every path there, found step by step: there may be a smaller set.",
    } + (plan.ClosesDeclaredFlow ? " One of them takes away a way in that the manifests open on purpose; without it nothing does." : "");
}
