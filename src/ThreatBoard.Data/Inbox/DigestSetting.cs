namespace ThreatBoard.Data.Inbox;

/// <summary>Whether and when a person wants a mail of what is new in the inbox; who has none gets it at seven, in UTC.</summary>
public sealed record DigestSetting
{
    public const int UsualHour = 7;

    public required Guid PersonId { get; init; }

    public bool Wanted { get; init; } = true;

    /// <summary>0 to 23, in <see cref="Zone"/>.</summary>
    public int Hour { get; init; } = UsualHour;

    /// <summary>The name of a time zone, such as <c>Europe/Berlin</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The day, in the zone, for which the last digest was sent or had nothing to say.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What came before this was in an earlier digest.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
