using System.Diagnostics;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Benchmarks;

/// <summary>One edit after the other through the door, from intent to commit, on a model of 1,000 components and 2,000 threats.</summary>
public static class EditBenchmark
{
    private const int WarmUp = 50;
    private const int Edits = 500;

    public static async Task RunAsync()
    {
        await using var database = await BenchDatabase.StartAsync();
        var model = await database.NewModelAsync();
        var content = GeneratedModel.Of(1_000, 2_000);
        var filling = Stopwatch.GetTimestamp();
        await database.FillAsync(model, content);
        Figures.Print("edit.fill", Stopwatch.GetElapsedTime(filling).TotalMilliseconds, "ms");
        var parts = content.All<Component>().OrderBy(part => part.Id).ToList();
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Edits; i++)
        {
            var part = parts[i % parts.Count];
            var start = Stopwatch.GetTimestamp();
            await database.ApplyAsync(model, [Change.Of(part, part with { Description = $"edit {i}" })], Setter.Person);
            if (i >= WarmUp) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Figures.Print("edit.p50", Figures.Percentile(times, 50), "ms");
        Figures.Print("edit.p99", Figures.Percentile(times, 99), "ms");
    }
}
