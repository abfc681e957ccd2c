namespace ThreatBoard.Data.Auditing;

/// <summary>One line of the security audit as stored; appended, never altered.</summary>
public sealed record AuditRow
{
    /// <summary>Longest text of <see cref="Detail"/>, in characters.</summary>
    public const int LongestDetail = 4_000;

    /// <summary>1 for the first of the installation, without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>The person's name at that time; empty where nobody is known.</summary>
    public required string Person { get; init; }

    public Guid? WorkspaceId { get; init; }

    public required string Address { get; init; }

    /// <summary>A JSON object of texts, keys in order.</summary>
    public required string Detail { get; init; }

    /// <summary>SHA-256 of the previous line's hash and this line.</summary>
    public required byte[] Hash { get; init; }
}
