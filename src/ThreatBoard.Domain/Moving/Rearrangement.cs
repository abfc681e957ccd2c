using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Moving;

/// <summary>What copying, moving or merging comes to before it is done: one edit, and what stays as it is because something stands against it.</summary>
public sealed record Rearrangement(ImmutableArray<Change> Changes, ImmutableArray<LeftOut> LeftOut);

/// <summary>A threat that is left as it is, and why, as a sentence.</summary>
public sealed record LeftOut(Threat Threat, string Because)
{
    /// <summary>Why a threat's decisions cannot be taken elsewhere now; null where nothing stands against it.</summary>
    internal static string? OfDecisions(ModelContent content, Threat threat) =>
        threat.MergedInto is not null ? "It was merged into another threat: separate it first."
        : content.All<Acceptance>().Any(acceptance => acceptance.Threat == threat.Id && acceptance.IsOpen) ? "Its risk is accepted, or somebody asked for that: withdraw the acceptance first."
        : null;
}
