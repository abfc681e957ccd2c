namespace ThreatBoard.Data.Live;

/// <summary>A handle that ends what it stands for when it is disposed, once.</summary>
public sealed class Subscription(Action end) : IDisposable
{
    private Action? _end = end;

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
