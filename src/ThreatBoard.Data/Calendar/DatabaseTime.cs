using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Calendar;

/// <summary>The database's clock, read once and carried on by this process's ticks: a replica whose own clock jumps tells the same day.</summary>
internal sealed class DatabaseTime : TimeProvider
{
    private readonly DateTimeOffset _read;
    private readonly long _since = System.GetTimestamp();

    private DatabaseTime(DateTimeOffset read) => _read = read;

    internal static async Task<DatabaseTime> ReadAsync(ThreatBoardDb db, CancellationToken cancel) =>
        new((await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").ToListAsync(cancel))[0]);

    public override DateTimeOffset GetUtcNow() => _read + System.GetElapsedTime(_since);
}
