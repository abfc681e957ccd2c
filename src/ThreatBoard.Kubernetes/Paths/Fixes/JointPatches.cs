using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Patches;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>The patches of fixes that are carried out together, so that none takes back what another does.</summary>
public static class JointPatches
{
    /// <summary>All of them, in the order of the fixes.</summary>
    public static ImmutableArray<Patch> Of(IEnumerable<Fix> fixes) => [.. ByFix([.. fixes]).SelectMany(one => one.Patches)];

    /// <summary>Each fix with its patches; of several that take subjects out of one binding, the first has the patch of all.</summary>
    public static ImmutableArray<(Fix Fix, ImmutableArray<Patch> Patches)> ByFix(ImmutableArray<Fix> fixes)
    {
        var taken = fixes.OfType<TakeRole>().ToLookup(role => role.Grant.Binding.Object.Key, StringComparer.Ordinal);
        return [.. fixes.Select(fix => (fix, fix is TakeRole role ? Shared(role, [.. taken[role.Grant.Binding.Object.Key]]) : fix.Patches))];
    }

    private static ImmutableArray<Patch> Shared(TakeRole role, ImmutableArray<TakeRole> taken) => role == taken[0] ? TakeRole.Together(taken) : [];
}
