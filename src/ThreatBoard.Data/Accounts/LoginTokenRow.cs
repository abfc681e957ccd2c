namespace ThreatBoard.Data.Accounts;

/// <summary>A one-time login link as stored: its hash only, so that whoever reads the database cannot use it.</summary>
public sealed record LoginTokenRow
{
    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
