namespace ThreatBoard.Domain.Modeling;

/// <summary>Who decided something and when, written down by the door.</summary>
/// <param name="Name">As it was at that time.</param>
/// <param name="At">To the microsecond, in UTC.</param>
public sealed record Signature(Guid Person, string Name, DateTimeOffset At)
{
    /// <summary>Of what nobody has signed yet.</summary>
    public static Signature Nobody { get; } = new(Guid.Empty, "", DateTimeOffset.UnixEpoch);

    /// <summary>The name under which jobs sign what follows from a day alone.</summary>
    public const string OfTheCalendar = "the calendar";
}
