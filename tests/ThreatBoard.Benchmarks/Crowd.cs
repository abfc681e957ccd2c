using System.Collections.Concurrent;
using System.Diagnostics;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>Many people at circuits, and how long each waited for its page. Times are milliseconds.</summary>
public sealed class Crowd(MeasuredApp app, int tabsEach) : IAsyncDisposable
{
    private const int AtOnce = 4;

    private readonly ConcurrentBag<CircuitClient> _all = [];
    private readonly List<BrowserHttp> _people = [];
    private readonly ConcurrentBag<double> _opened = [];

    public IReadOnlyCollection<double> Opened => _opened;

    /// <summary>How many circuits have ended by themselves.</summary>
    public int Lost => _all.Count(client => !client.IsOpen);

    /// <summary>Opens as many circuits as there are paths, side by side of different people, and waits until each shows its page.</summary>
    public async Task<IReadOnlyList<CircuitClient>> SeatAsync(IReadOnlyList<string> paths)
    {
        var seated = new CircuitClient[paths.Count];
        var people = new List<BrowserHttp>();
        while (people.Count * tabsEach < paths.Count) people.Add(await app.PersonAsync($"Person {_people.Count + people.Count + 1}"));
        _people.AddRange(people);
        await Parallel.ForAsync(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancel) =>
            seated[i] = await OpenAsync(people[i % people.Count], paths[i], cancel));
        return seated;
    }

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_all, async (client, _) => await client.DisposeAsync());
        foreach (var person in _people) person.Dispose();
    }

    private async Task<CircuitClient> OpenAsync(BrowserHttp person, string path, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var client = await CircuitClient.OpenAsync(person, path, cancel);
        client.Scripts.Forgets = true;
        _all.Add(client);
        if (path.EndsWith("/diagram", StringComparison.Ordinal)) await client.Scripts.Diagram.MountedAsync();
        else if (path.Contains("/threats", StringComparison.Ordinal)) await client.WaitAsync(page => page.Elements("td").Any(), "rows of threats");
        else await client.WaitAsync(page => page.Elements("h1").Any(), "the page");
        _opened.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return client;
    }
}
