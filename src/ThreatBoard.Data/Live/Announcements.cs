using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ThreatBoard.Data.Live;

/// <summary>Which models have new journal entries: told by the door after each commit.</summary>
public sealed class Announcements
{
    private readonly ConcurrentDictionary<Guid, bool> _waiting = [];
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Told in this process at once; they must not block.</summary>
    internal Listeners<Guid> Posted { get; } = new();

    internal ChannelReader<bool> Bell => _bell.Reader;

    internal void Post(Guid model)
    {
        _waiting[model] = true;
        _bell.Writer.TryWrite(true);
        Posted.Tell(model);
    }

    /// <summary>What was posted since the last time, each model once.</summary>
    internal Guid[] Take() => [.. _waiting.Keys.Where(model => _waiting.TryRemove(model, out _))];
}
