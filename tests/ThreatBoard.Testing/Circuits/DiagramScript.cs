using System.Diagnostics;
using System.Text.Json;

namespace ThreatBoard.Testing.Circuits;

/// <summary>What the diagram's script keeps: the scene that it fetched, and the deltas that came since.</summary>
public sealed class DiagramScript(CircuitClient client)
{
    private readonly Lock _reading = new();
    private readonly List<(Func<JsonElement, bool> Holds, TaskCompletionSource<long> Seen)> _watches = [];
    private readonly TaskCompletionSource _mounted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sequence;

    /// <summary>The object that the canvas calls back into; null while no diagram is mounted.</summary>
    public long? Canvas { get; private set; }

    /// <summary>The scene as it was fetched last.</summary>
    public JsonElement Scene { get; private set; }

    /// <summary>The journal number that is drawn.</summary>
    public long Sequence => Interlocked.Read(ref _sequence);

    /// <summary>Waits until a diagram is mounted.</summary>
    public Task MountedAsync() => _mounted.Task.WaitAsync(CircuitClient.Limit);

    /// <summary>When a delta or a scene fetched anew first satisfied this, as a <see cref="Stopwatch"/> timestamp.</summary>
    public Task<long> Watch(Func<JsonElement, bool> holds)
    {
        var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_reading) _watches.Add((holds, seen));
        return seen.Task;
    }

    internal async Task<object?> AnswerAsync(ScriptCall call)
    {
        switch (call.Name)
        {
            case "mount":
                await FetchAsync(call.Arguments[1].GetString()!);
                Canvas = call.DotNetObject(2);
                _mounted.TrySetResult();
                return null;
            case "reload":
                await FetchAsync(call.Arguments[0].GetString()!);
                return null;
            case "apply":
                Interlocked.Exchange(ref _sequence, call.Arguments[0].GetProperty("sequence").GetInt64());
                Tell(call.Arguments[0]);
                return null;
            case "unmount":
                Canvas = null;
                return null;
            default:
                return call.Name == "sequence" ? Sequence : null;
        }
    }

    private async Task FetchAsync(string address)
    {
        Scene = JsonSerializer.Deserialize<JsonElement>(await client.Web.Http.GetStreamAsync(address));
        Interlocked.Exchange(ref _sequence, Scene.GetProperty("sequence").GetInt64());
        Tell(Scene);
    }

    private void Tell(JsonElement picture)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_reading) _watches.RemoveAll(watch => watch.Holds(picture) && watch.Seen.TrySetResult(now));
    }
}
