using System.Collections.Concurrent;
using System.Diagnostics;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>Edits that one makes through the page's own handlers, and how long it takes until another's page shows them. Times are milliseconds.</summary>
public sealed class SeenEdits
{
    private readonly ConcurrentBag<double> _times = [];
    private int _made;
    private int _failed;

    public IReadOnlyCollection<double> Times => _times;

    public int Failed => _failed;

    /// <summary>Writes again and again in this rhythm until the time is over; each writer begins at another moment of it.</summary>
    /// <param name="share">0 to 1: when in the rhythm this writer begins.</param>
    public async Task WriteAsync(Func<string, Task<double>> edit, TimeSpan every, double share, TimeSpan howLong)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(every * share);
        using var rhythm = new PeriodicTimer(every);
        do
        {
            await OneAsync(edit);
        }
        while (Stopwatch.GetElapsedTime(start) < howLong && await rhythm.WaitForNextTickAsync());
    }

    /// <summary>Renames the component on one canvas; seen is when the other's gets the delta.</summary>
    public static async Task<double> OnCanvasAsync(CircuitClient writer, CircuitClient watcher, Component part, string name)
    {
        var seen = watcher.Scripts.Diagram.Watch(picture => picture.GetProperty("components").EnumerateArray().Any(drawn => drawn.GetProperty("name").GetString() == name));
        var start = Stopwatch.GetTimestamp();
        var stored = await writer.InvokeAsync(writer.Scripts.Diagram.Canvas!.Value, "Renamed", "component", part.Id.ToString(), name);
        if (!stored.GetBoolean()) throw new InvalidOperationException("The renaming was refused.");
        return Stopwatch.GetElapsedTime(start, await seen.WaitAsync(CircuitClient.Limit)).TotalMilliseconds;
    }

    /// <summary>Renames the threat in one panel; seen is when the other's panel shows it.</summary>
    public static async Task<double> InPanelAsync(CircuitClient writer, CircuitClient watcher, string name)
    {
        var seen = watcher.WaitAsync(page => page.Elements("button").Any(button => button["aria-label"] == $"Title: {name}. Edit"), "the new title");
        var start = await writer.EditAsync("Title", name);
        return Stopwatch.GetElapsedTime(start, await seen).TotalMilliseconds;
    }

    private async Task OneAsync(Func<string, Task<double>> edit)
    {
        try
        {
            _times.Add(await edit($"edit-{Interlocked.Increment(ref _made)}"));
        }
        catch (Exception failure) when (failure is TimeoutException or CircuitEndedException or InvalidOperationException)
        {
            Interlocked.Increment(ref _failed);
            await Console.Error.WriteLineAsync(failure.Message);
        }
    }
}
