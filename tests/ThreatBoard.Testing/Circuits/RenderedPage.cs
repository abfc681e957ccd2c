using System.Diagnostics;

namespace ThreatBoard.Testing.Circuits;

/// <summary>A page that batches change on one thread, and others read and wait for.</summary>
internal sealed class RenderedPage
{
    private readonly Lock _changing = new();
    private readonly PageTree _tree = new();
    private readonly List<Watch> _watches = [];
    private string? _ended;

    public T Read<T>(Func<PageTree, T> read)
    {
        lock (_changing) return read(_tree);
    }

    public void Attach(int component)
    {
        lock (_changing) _tree.Attach(component);
    }

    public void Apply(RenderBatch batch)
    {
        lock (_changing)
        {
            _tree.Apply(batch);
            _watches.RemoveAll(watch => watch.Look(_tree));
        }
    }

    /// <summary>Whoever waits now or later is told why that is in vain.</summary>
    public void End(string why)
    {
        lock (_changing)
        {
            _ended = why;
            foreach (var watch in _watches) watch.Fail(why);
            _watches.Clear();
        }
    }

    public void Resume()
    {
        lock (_changing) _ended = null;
    }

    public async Task<long> WaitAsync(Func<PageTree, bool> holds, string what, TimeSpan limit)
    {
        var watch = new Watch(holds);
        lock (_changing)
        {
            if (_ended is not null) throw new CircuitEndedException($"Waiting for {what}: {_ended}");
            if (!watch.Look(_tree)) _watches.Add(watch);
        }

        try
        {
            return await watch.Seen.WaitAsync(limit);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{what}: not within {limit.TotalSeconds:0} s. The page begins: {Beginning()}", late);
        }
    }

    private string Beginning() => Read(tree => string.Join(' ', tree.Text.Split((char[]?)null, 200, StringSplitOptions.RemoveEmptyEntries).SkipLast(1)));

    private sealed class Watch(Func<PageTree, bool> holds)
    {
        private readonly TaskCompletionSource<long> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<long> Seen => _seen.Task;

        public bool Look(PageTree page) => holds(page) && _seen.TrySetResult(Stopwatch.GetTimestamp());

        public void Fail(string why) => _seen.TrySetException(new CircuitEndedException(why));
    }
}
