using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>30 people in one model, 20 at its diagram and 10 at its threats, of whom 5 write once a second.</summary>
public static class WorkshopBenchmark
{
    private const int Components = 200;
    private const int Watchers = 30;
    private const int Writers = 5;

    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_howLong = TimeSpan.FromSeconds(60);

    public static async Task RunAsync()
    {
        await using var app = new MeasuredApp();
        await app.StartAsync();
        await using var database = await BenchDatabase.JoinAsync(app.DataFolder);
        var model = await SeenModel.StoreAsync(database, Components);
        await using var crowd = new Crowd(app, tabsEach: 1);
        var seats = await crowd.SeatAsync([.. Enumerable.Range(0, Watchers).Select(i => i % 3 == 2 ? model.ThreatPath : model.DiagramPath)]);
        await WriteAsync(new SeenEdits(), new SeenEdits(), model, seats, TimeSpan.FromSeconds(10));
        var before = await app.MemoryAsync();
        var (canvas, panel) = (new SeenEdits(), new SeenEdits());
        await WriteAsync(canvas, panel, model, seats, s_howLong);
        foreach (var (name, edits) in new[] { ("canvas", canvas), ("panel", panel) })
        {
            Figures.Print($"workshop.{name}.edits", edits.Times.Count, "edits");
            Figures.Print($"workshop.{name}.failed", edits.Failed, "edits");
            Figures.Print($"workshop.{name}.p50", Figures.Percentile(edits.Times, 50), "ms");
            Figures.Print($"workshop.{name}.p99", Figures.Percentile(edits.Times, 99), "ms");
        }

        double[] all = [.. canvas.Times, .. panel.Times];
        Figures.Print("workshop.seen.p50", Figures.Percentile(all, 50), "ms");
        Figures.Print("workshop.seen.p99", Figures.Percentile(all, 99), "ms");
        Figures.Print("workshop.processor-an-edit", (double)((await app.MemoryAsync()).Processor - before.Processor) / all.Length, "ms");
        Figures.Print("workshop.lost", crowd.Lost, "circuits");
    }

    /// <summary>Four write on the canvas, each another component, and one in the panel; each is watched by one of the last seats.</summary>
    private static Task WriteAsync(SeenEdits canvas, SeenEdits panel, SeenModel model, IReadOnlyList<CircuitClient> seats, TimeSpan howLong) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(i =>
        {
            var inPanel = i == Writers - 1;
            var (writer, watcher) = inPanel ? (seats[2], seats[29]) : (seats[i * 3], seats[27 - i * 3]);
            return (inPanel ? panel : canvas).WriteAsync(
                name => inPanel ? SeenEdits.InPanelAsync(writer, watcher, name) : SeenEdits.OnCanvasAsync(writer, watcher, model.Parts[i], $"{name}-{i}"),
                s_every, (double)i / Writers, howLong);
        }));
}
