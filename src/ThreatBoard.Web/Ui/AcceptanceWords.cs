using System.Globalization;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>Where an acceptance stands on a day, as people sort their work by it.</summary>
public enum AcceptanceStanding
{
    /// <summary>Asked for, and nobody has decided.</summary>
    Waiting,

    /// <summary>It holds, and its last day is near.</summary>
    Expiring,
    Holding,

    /// <summary>Its last day has passed, and nobody has written that down yet: it holds no longer.</summary>
    Overdue,
    Refused,
    Ended,
}

/// <summary>Acceptances in words.</summary>
public static class AcceptanceWords
{
    /// <summary>An overdue one holds no longer, whether a job has come by or not.</summary>
    public static AcceptanceStanding On(this Acceptance acceptance, DateOnly today) => acceptance switch
    {
        { State: AcceptanceState.Ended } => AcceptanceStanding.Ended,
        { State: AcceptanceState.Refused } => AcceptanceStanding.Refused,
        _ when acceptance.IsOverdue(today) => AcceptanceStanding.Overdue,
        { State: AcceptanceState.Requested } => AcceptanceStanding.Waiting,
        _ when AcceptanceChain.IsWarned(acceptance, today) => AcceptanceStanding.Expiring,
        _ => AcceptanceStanding.Holding,
    };

    /// <summary>A sentence without its full stop.</summary>
    public static string Said(this Acceptance acceptance, DateOnly today) => acceptance.On(today) switch
    {
        AcceptanceStanding.Waiting => $"Waits for a decision; asked for until {Day(acceptance.Terms.Expires)}",
        AcceptanceStanding.Expiring => $"Expires {Left(acceptance, today)}, after {Day(acceptance.Terms.Expires)}",
        AcceptanceStanding.Holding => $"Holds until {Day(acceptance.Terms.Expires)}, {Left(acceptance, today)}",
        AcceptanceStanding.Overdue => $"Expired: {Day(acceptance.Terms.Expires)} was its last day",
        AcceptanceStanding.Refused => $"Refused by {acceptance.Decision!.Name} on {Day(acceptance.Decision.At)}",
        _ => Ended(acceptance.Ending!),
    };

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Ended(AcceptanceEnding ending) => ending.Kind switch
    {
        AcceptanceEnd.Expired => $"Expired, written down on {Day(ending.At)}",
        AcceptanceEnd.Renewed => $"Renewed on {Day(ending.At)}",
        _ => $"Withdrawn by {ending.Name} on {Day(ending.At)}",
    };

    private static string Left(Acceptance acceptance, DateOnly today) => (acceptance.Terms.Expires.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        var days => $"in {days} days",
    };
}
