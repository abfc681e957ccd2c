namespace ThreatBoard.Domain.Workflow;

/// <summary>The time zone in which a workspace counts its days, by its IANA name.</summary>
public sealed record WorkspaceZone
{
    private readonly TimeZoneInfo _zone;

    private WorkspaceZone(TimeZoneInfo zone) => (_zone, Name) = (zone, zone.Id);

    public static WorkspaceZone Utc { get; } = new(TimeZoneInfo.Utc);

    public string Name { get; }

    /// <summary>UTC where the name is not known (any more): a day must be told all the same.</summary>
    public static WorkspaceZone Named(string name) => TryFind(name) ?? Utc;

    public static string? Problem(string name) =>
        TryFind(name) is null ? $"“{name}” is no time zone: use a name such as Europe/Berlin." : null;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>The first instant of the next day; found by halving, since a clock may skip midnight or show it twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is among the first or last that there are.</exception>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var noon = new DateTimeOffset(day, new(12, 0), TimeSpan.Zero);
        var (within, beyond) = (noon.AddDays(-2).UtcTicks, noon.AddDays(2).UtcTicks);
        while (beyond - within > 1)
        {
            var middle = within + ((beyond - within) / 2);
            if (DayOf(new(middle, TimeSpan.Zero)) > day) beyond = middle;
            else within = middle;
        }

        return new(beyond, TimeSpan.Zero);
    }

    private static WorkspaceZone? TryFind(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new(zone) : null;
}
