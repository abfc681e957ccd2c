namespace ThreatBoard.Data.Accounts;

/// <summary>A team's room: who may see which models hangs on it.</summary>
public sealed record Workspace
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether its models open only to sessions that were begun with a second factor.</summary>
    public bool RequiresSecondFactor { get; init; }
}
