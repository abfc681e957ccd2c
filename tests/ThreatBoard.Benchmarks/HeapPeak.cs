namespace ThreatBoard.Benchmarks;

/// <summary>Watches how far the heap rises above where it stood, sampled every millisecond until it is asked.</summary>
public sealed class HeapPeak : IDisposable
{
    private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _most;

    public HeapPeak() => _timer = new(_ => Sample(), state: null, dueTime: 0, period: 1);

    public double Megabytes
    {
        get
        {
            Sample();
            return Math.Max(0, Interlocked.Read(ref _most) - _start) / 1_000_000.0;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Interlocked.Read(ref _most)) Interlocked.Exchange(ref _most, now);
    }
}
