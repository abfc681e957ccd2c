namespace ThreatBoard.Data.Accounts;

/// <summary>That somebody may join a workspace in a role, by a link that works once.</summary>
public sealed record Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whom it is for; null where whoever has the link may take it.</summary>
    public string? Email { get; init; }

    /// <summary>SHA-256 of the token in the link.</summary>
    public required byte[] TokenHash { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public Guid? AcceptedBy { get; init; }

    public DateTimeOffset? TakenBackAt { get; init; }
}
