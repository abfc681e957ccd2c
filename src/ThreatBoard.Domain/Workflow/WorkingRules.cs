using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Workflow;

/// <summary>How the people of a workspace agreed to work.</summary>
/// <param name="AsksApproval">Whether a revision is published only with a reviewer's approval.</param>
/// <param name="VerifierDiffers">Whether whoever implemented a mitigation may not verify it.</param>
public sealed record WorkingRules(BandScale Bands, bool AsksApproval, bool VerifierDiffers, WorkspaceZone Zone)
{
    public static WorkingRules Usual { get; } = new(BandScale.Usual, AsksApproval: false, VerifierDiffers: false, WorkspaceZone.Utc);

    public DateOnly DayOf(DateTimeOffset at) => Zone.DayOf(at);
}
