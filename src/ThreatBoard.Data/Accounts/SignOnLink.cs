namespace ThreatBoard.Data.Accounts;

/// <summary>That a subject of an OpenID provider is a person here.</summary>
internal sealed record SignOnLink
{
    public const int LongestIssuer = 500;

    public const int LongestSubject = 255;

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
