namespace ThreatBoard.Data.Accounts;

/// <summary>What stands in, once, for a lost authenticator app.</summary>
public sealed record RecoveryCode
{
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of 120 random bits.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
