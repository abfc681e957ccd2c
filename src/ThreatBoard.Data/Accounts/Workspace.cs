using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Accounts;

/// <summary>A team's room: who may see which models hangs on it.</summary>
public sealed record Workspace
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where its bands of risk begin.</summary>
    public BandScale Bands { get; init; } = BandScale.Usual;

    /// <summary>Whether a revision is published only with a reviewer's approval.</summary>
    public bool AsksApproval { get; init; }

    /// <summary>Whether whoever implemented a mitigation may not verify it.</summary>
    public bool VerifierDiffers { get; init; }

    /// <summary>The IANA name of the time zone in which it counts days.</summary>
    public string TimeZone { get; init; } = WorkspaceZone.Utc.Name;

    public WorkingRules ToRules() => new(Bands, AsksApproval, VerifierDiffers, WorkspaceZone.Named(TimeZone));

    /// <summary>Whether its models open only to sessions that were begun with a second factor.</summary>
    public bool RequiresSecondFactor { get; init; }
}
