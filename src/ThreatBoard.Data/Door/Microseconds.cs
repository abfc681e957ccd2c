namespace ThreatBoard.Data.Door;

/// <summary>PostgreSQL keeps microseconds; what is hashed must be what is stored.</summary>
internal static class Microseconds
{
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
