using System.Diagnostics;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Benchmarks;

/// <summary>From the start of the process to the printed link and to the first page, with a data folder of an earlier start.</summary>
public static class StartBenchmark
{
    private const int Runs = 5;

    /// <param name="after"><c>cold</c> measures the set-up of a fresh copy of the checkout too.</param>
    public static async Task RunAsync(IReadOnlyList<string> after)
    {
        if (after.Contains("cold", StringComparer.Ordinal)) await ColdSetUp.RunAsync();
        using var http = new HttpClient();
        var folder = RunningApp.NewFolder();
        var (link, page) = await StartAsync(http, folder);
        Figures.Print("start.first.link", link, "ms");
        Figures.Print("start.first.page", page, "ms");
        var runs = new List<(double Link, double Page)>();
        for (var i = 0; i < Runs; i++) runs.Add(await StartAsync(http, folder));
        Figures.PrintMedian("start.second.link", [.. runs.Select(run => run.Link)], "ms");
        Figures.PrintMedian("start.second.page", [.. runs.Select(run => run.Page)], "ms");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double Link, double Page)> StartAsync(HttpClient http, string folder)
    {
        await using var app = new RunningApp(folder);
        var start = Stopwatch.GetTimestamp();
        await app.StartAsync();
        var link = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using var answer = await http.GetAsync(new Uri(app.FirstLink));
        answer.EnsureSuccessStatusCode();
        return (link, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
