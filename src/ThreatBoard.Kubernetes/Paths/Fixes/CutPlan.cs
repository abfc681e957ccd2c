using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>What to switch on so that a start no longer leads to an asset.</summary>
/// <param name="Fixes">Together they cut every path; empty where no fix is known for some path.</param>
/// <param name="IsExact">No smaller set does it; false where it was found by taking the best next one again and again.</param>
/// <param name="Left">Where nothing cuts every path: a path that no known fix cuts.</param>
public sealed record CutPlan(AttackNode Start, AttackNode Asset, ImmutableArray<Fix> Fixes, bool IsExact, AttackPath? Left)
{
    /// <summary>There was no path to begin with.</summary>
    public bool IsNeedless => Fixes.IsEmpty && Left is null;

    /// <summary>Some fix takes away a way in that the manifests open on purpose: without that no set does it.</summary>
    public bool ClosesDeclaredFlow => Fixes.Any(fix => fix.ClosesDeclaredFlow);

    public string Words => IsNeedless ? "No path leads there."
        : Left is not null ? $"No known fix cuts this path: {Left}"
        : $"{Fixes.Length} {(Fixes.Length == 1 ? "fix" : "fixes")} ({(IsExact ? "the smallest set" : "found greedily, maybe not the smallest set")}): {string.Join("; ", Fixes.Select(fix => fix.Title))}.";
}
