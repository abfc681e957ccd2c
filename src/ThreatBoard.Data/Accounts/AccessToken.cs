using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>A personal access token as stored: a program uses it in its person's name, in one workspace.</summary>
public sealed record AccessToken
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 100;

    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>What it is for, in the person's words.</summary>
    public required string Name { get; init; }

    /// <summary>How its text begins, by which a leaked one is found again; says nothing about the rest.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the text; 32 bytes. The text holds 256 random bits, so that a slow hash would add nothing.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Of <see cref="TokenScope.All"/>.</summary>
    public required ValueSet<string> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}
