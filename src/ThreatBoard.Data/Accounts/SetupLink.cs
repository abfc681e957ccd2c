namespace ThreatBoard.Data.Accounts;

/// <summary>A link that makes the first owner of a server; kept in the database, so that any process accepts what another printed.</summary>
internal sealed record SetupLink
{
    /// <summary>SHA-256 of the token, which itself is kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
