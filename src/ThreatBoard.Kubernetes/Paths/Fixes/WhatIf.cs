using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>A cluster with controls switched on, analysed again beside what it was.</summary>
public sealed class WhatIf
{
    private WhatIf(AttackGraph before, Cluster after) => (Before, After) = (before, after);

    public AttackGraph Before { get; }

    /// <summary>The cluster as the patches make it.</summary>
    public Cluster After { get; }

    /// <exception cref="ArgumentException">A patch is no YAML of one known object.</exception>
    public static WhatIf With(AttackGraph before, IEnumerable<Patch> patches) =>
        new(before, Cluster.Of(Patching.Apply(before.Cluster.Objects, patches), before.Cluster.Subjects));

    public static WhatIf With(AttackGraph before, IEnumerable<Fix> fixes) => With(before, JointPatches.Of(fixes));

    /// <summary>The shortest paths from a start that are gone: to things that are no longer reached.</summary>
    public ImmutableArray<AttackPath> Vanished(AttackNode start)
    {
        var (was, now) = (Before.From(start), Now(start));
        return [.. was.Reached.Where(gain => now is null || After.Attack.Find(gain.Node.Key) is not { } there || !now.Reaches(there)).Select(gain => was.PathTo(gain.Node)!)];
    }

    /// <summary>The shortest paths from a start that are left to what is worth reaching.</summary>
    public ImmutableArray<AttackPath> Left(AttackNode start) => Now(start) is { } now ? [.. now.Assets.Select(gain => now.PathTo(gain.Node)!)] : [];

    /// <summary>Whether the start still leads to the asset.</summary>
    public bool Reaches(AttackNode start, AttackNode asset) => Now(start) is { } now && After.Attack.Find(asset.Key) is { } there && now.Reaches(there);

    private BlastRadius? Now(AttackNode start) => After.Attack.Find(start.Key) is { } there ? After.Attack.From(there) : null;
}
