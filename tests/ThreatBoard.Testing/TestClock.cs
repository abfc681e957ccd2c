namespace ThreatBoard.Testing;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks;

    public TestClock(DateTimeOffset? start = null) => _ticks = (start ?? new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
