using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>What became of a threat between two states of a model; the first that holds.</summary>
public enum ThreatDeltaKind
{
    /// <summary>Its risk was not there before, and is carried now.</summary>
    New,

    /// <summary>It was removed, or a change of the model resolved it.</summary>
    Gone,

    /// <summary>Its residual risk is another.</summary>
    ReRated,

    /// <summary>Its status is another, its residual risk the same.</summary>
    Status,
}

/// <summary>One threat whose risk or status differs between two states of a model.</summary>
/// <param name="Threat">As it is after, or as it was where it was removed.</param>
/// <param name="Before">Null where it did not exist.</param>
/// <param name="After">Null where it does not exist any more.</param>
public sealed record ThreatDelta(ThreatDeltaKind Kind, Threat Threat, ThreatState? Before, ThreatState? After)
{
    /// <summary>By how much the model's residual score rises, negative where it falls.</summary>
    public int Difference => (After?.ResidualScore ?? 0) - (Before?.ResidualScore ?? 0);

    /// <summary>The delta of a threat, or null where nothing differs that anybody would count.</summary>
    public static ThreatDelta? Between(Threat? was, ThreatState? before, Threat? now, ThreatState? after) =>
        KindOf(before, after) is { } kind ? new(kind, now ?? was!, before, after) : null;

    private static ThreatDeltaKind? KindOf(ThreatState? before, ThreatState? after)
    {
        if (!IsThere(before)) return IsThere(after) ? ThreatDeltaKind.New : null;
        if (!IsThere(after)) return ThreatDeltaKind.Gone;
        if (before!.ResidualScore != after!.ResidualScore) return ThreatDeltaKind.ReRated;
        return before.Status == after.Status ? null : ThreatDeltaKind.Status;
    }

    private static bool IsThere(ThreatState? state) => state is { Status: not ThreatStatus.ResolvedByChange };
}
