namespace ThreatBoard.Web.Editing;

/// <summary>Looks at a model again after it moved: many moves at once are one look, and nothing is looked at once the page is left.</summary>
public sealed class NextLook(TimeSpan? pause = null) : IDisposable
{
    private readonly TimeSpan _pause = pause ?? TimeSpan.FromMilliseconds(250);

    private readonly Ui.Leaving _leaving = new();
    private int _isWaiting;

    /// <summary>Ends when the page is left.</summary>
    public CancellationToken Token => _leaving.Token;

    public void Dispose() => _leaving.Dispose();

    /// <summary>May be called on any thread; neither blocks nor throws.</summary>
    /// <param name="onCircuit">The component's way to its own thread.</param>
    public void Ask(TimeProvider clock, Func<Func<Task>, Task> onCircuit, Func<Task> look)
    {
        if (Interlocked.Exchange(ref _isWaiting, 1) == 1) return;
        _ = onCircuit(() => LookAsync(clock, look));
    }

    /// <summary>What takes longer on a large model than a key press may wait; on another thread.</summary>
    public Task<T> ReckonAsync<T>(Func<T> reckon) => Task.Run(reckon, Token);

    private async Task LookAsync(TimeProvider clock, Func<Task> look)
    {
        try
        {
            await Task.Delay(_pause, clock, Token);
            Interlocked.Exchange(ref _isWaiting, 0);
            await look();
        }
        catch (OperationCanceledException)
        {
            // The person has left.
        }
    }
}
