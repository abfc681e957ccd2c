namespace ThreatBoard.Web.Ui;

/// <summary>Times as people say them.</summary>
public static class TimeWords
{
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalSeconds: < 45 and > -45 } => "just now",
        { Ticks: < 0 } ahead => $"in {Span(-ahead)}",
        var past => $"{Span(past)} ago",
    };

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Counted(Math.Max(1, (int)span.TotalMinutes), "minute"),
        { TotalHours: < 24 } => Counted((int)span.TotalHours, "hour"),
        { TotalDays: < 31 } => Counted((int)span.TotalDays, "day"),
        { TotalDays: < 365 } => Counted((int)(span.TotalDays / 30.44), "month"),
        _ => Counted((int)(span.TotalDays / 365.25), "year"),
    };

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
