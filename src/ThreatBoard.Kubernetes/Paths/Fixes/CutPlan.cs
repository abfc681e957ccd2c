using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>What to switch on so that a start no longer leads to an asset.</summary>
/// <param name="Fixes">Together they cut every path; empty where no fix is known for some path.</param>
/// <param name="IsExact">No smaller set does it; false where it was found by taking the best next one again and again.</param>
/// <param name="Left">Where no set of fixes was found: a path that stays. Exact: no known fix cuts it; else more fixes than are sought would be needed.</param>
public sealed record CutPlan(AttackNode Start, AttackNode Asset, ImmutableArray<Fix> Fixes, bool IsExact, AttackPath? Left)
{
    /// <summary>There was no path to begin with.</summary>
    public bool IsNeedless => Fixes.IsEmpty && Left is null;

    /// <summary>Some fix takes away a way in that the manifests open on purpose: without that no set does it.</summary>
    public bool ClosesDeclaredFlow => Fixes.Any(fix => fix.ClosesDeclaredFlow);

    public string Words => IsNeedless ? "No path leads there."
        : Left is not null ? $"{(IsExact ? "No known fix cuts this path" : "Too many fixes would be needed; this path is left")}: {Left}"
        : $"{Fixes.Length} {(Fixes.Length == 1 ? "fix" : "fixes")} ({(IsExact ? "the smallest set" : "found greedily, maybe not the smallest set")}): {string.Join("; ", Fixes.Select(fix => fix.Title))}.{(ClosesDeclaredFlow ? " Nothing gentler cuts every path: what is left without this goes over flows that the manifests mean." : "")}";
}
