using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>300 circuits over 30 models of 200 components, half at diagrams and half at threats, where 20 people write once in 5 s.</summary>
public static class LoadBenchmark
{
    private const int Components = 200;
    private const int Each = 10;
    private const int TabsEach = 10;
    private const int Writers = 20;

    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_howLong = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int models)
    {
        await using var app = new MeasuredApp();
        await app.StartAsync();
        await using var database = await BenchDatabase.JoinAsync(app.DataFolder);
        var stored = new List<SeenModel>();
        for (var i = 0; i < models; i++) stored.Add(await SeenModel.StoreAsync(database, Components));
        var before = await app.MemoryAsync();
        await using var crowd = new Crowd(app, TabsEach);
        var seats = await crowd.SeatAsync([.. stored.SelectMany(model => Enumerable.Range(0, Each).Select(i => i % 2 == 0 ? model.DiagramPath : model.ThreatPath))]);
        Figures.Print("load.circuits", seats.Count, "circuits");
        Figures.Print("load.open.p50", Figures.Percentile(crowd.Opened, 50), "ms");
        Figures.Print("load.open.p99", Figures.Percentile(crowd.Opened, 99), "ms");
        await WriteAsync(new SeenEdits(), stored, seats, TimeSpan.FromSeconds(10));
        var edits = new SeenEdits();
        var calm = await app.MemoryAsync();
        await WriteAsync(edits, stored, seats, s_howLong);
        Figures.Print("load.edits", edits.Times.Count, "edits");
        Figures.Print("load.failed", edits.Failed, "edits");
        Figures.Print("load.seen.p50", Figures.Percentile(edits.Times, 50), "ms");
        Figures.Print("load.seen.p99", Figures.Percentile(edits.Times, 99), "ms");
        Figures.Print("load.lost", crowd.Lost, "circuits");
        var after = await app.MemoryAsync();
        Figures.Print("load.processor-an-edit", (double)(after.Processor - calm.Processor) / edits.Times.Count, "ms");
        Figures.Print("load.heap", after.Heap / 1e6, "MB");
        Figures.Print("load.resident", after.Resident / 1e6, "MB");
        Figures.Print("load.heap-a-circuit", (after.Heap - before.Heap) / 1e6 / seats.Count, "MB");
    }

    private static Task WriteAsync(SeenEdits edits, List<SeenModel> models, IReadOnlyList<CircuitClient> seats, TimeSpan howLong) =>
        Task.WhenAll(Enumerable.Range(0, Math.Min(Writers, models.Count)).Select(i =>
        {
            // Every second writes on the canvas; the watcher is another person's at the same page.
            var first = i * Each + (i % 2);
            var (writer, watcher) = (seats[first], seats[first + 8]);
            return edits.WriteAsync(
                name => i % 2 == 0 ? SeenEdits.OnCanvasAsync(writer, watcher, models[i].Parts[0], name) : SeenEdits.InPanelAsync(writer, watcher, name),
                s_every, (double)i / Writers, howLong);
        }));
}
