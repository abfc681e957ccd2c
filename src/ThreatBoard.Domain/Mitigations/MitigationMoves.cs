using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Mitigations;

/// <summary>Which moves of a mitigation are legal, and what the door signs as they are made.</summary>
/// <remarks>Work may be recorded late, so that it can skip ahead, and may turn out undone, so that it can fall back; but only what is implemented is verified.</remarks>
public static class MitigationMoves
{
    /// <param name="change">As a person edits it.</param>
    /// <param name="verifierDiffers">Whether the workspace lets nobody verify what they implemented.</param>
    /// <returns>The change with its signatures, and what is wrong with it; null where it is legal.</returns>
    public static (Change<Mitigation> Signed, string? Problem) Settle(Change<Mitigation> change, Signature by, bool verifierDiffers)
    {
        if (change.After is not { } after) return (change, null);
        var was = change.Before?.Status ?? MitigationStatus.Proposed;
        if (was == after.Status) return (change, null);
        if (Problem(change.Before, after, by, verifierDiffers) is { } problem) return (change, problem);
        return (new(change.Before, after.Status switch
        {
            MitigationStatus.Verified => after with { Verified = by },
            MitigationStatus.Implemented when was is MitigationStatus.Verified => after with { Verified = null },
            MitigationStatus.Implemented => after with { Implemented = by, Verified = null },
            _ => after with { Implemented = null, Verified = null },
        }), null);
    }

    public static bool IsLegal(MitigationStatus from, MitigationStatus to) => to is not MitigationStatus.Verified || from is MitigationStatus.Implemented or MitigationStatus.Verified;

    private static string? Problem(Mitigation? before, Mitigation after, Signature by, bool verifierDiffers)
    {
        if (!IsLegal(before?.Status ?? MitigationStatus.Proposed, after.Status)) return "Only what is implemented can be verified: say first that it is.";
        return verifierDiffers && after.Status is MitigationStatus.Verified && before?.Implemented?.Person == by.Person
            ? "In this workspace somebody else verifies what you implemented."
            : null;
    }
}
