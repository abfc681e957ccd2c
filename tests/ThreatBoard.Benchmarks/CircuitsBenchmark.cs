using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>What an idle circuit at each of a model's pages takes of the server's memory, and what 1,000 reconnects leave of it.</summary>
public static class CircuitsBenchmark
{
    private const int Components = 200;
    private const int Idle = 100;
    private const int TabsEach = 10;
    private const int Reconnects = 1_000;
    private const int Before = 200;

    private static readonly TimeSpan s_settled = TimeSpan.FromMinutes(2);

    public static async Task RunAsync()
    {
        await using var app = new MeasuredApp();
        await app.StartAsync();
        await using var database = await BenchDatabase.JoinAsync(app.DataFolder);
        var model = await SeenModel.StoreAsync(database, Components);
        foreach (var (name, path) in new[] { ("board", $"/models/{model.Id}"), ("diagram", model.DiagramPath), ("threats", $"/models/{model.Id}/threats") }) await IdleAsync(app, name, path);
        await ReconnectAsync(app, model);
    }

    private static async Task IdleAsync(MeasuredApp app, string page, string path)
    {
        // What is loaded once, the model itself included, is no circuit's.
        await using var crowd = new Crowd(app, TabsEach);
        await crowd.SeatAsync([.. Enumerable.Repeat(path, TabsEach)]);
        var before = await app.MemoryAsync();
        await crowd.SeatAsync([.. Enumerable.Repeat(path, Idle)]);
        var after = await app.MemoryAsync();
        var more = after.Circuits - before.Circuits;
        Figures.Print($"circuits.idle.{page}.heap", (after.Heap - before.Heap) / 1e6 / more, "MB");
        Figures.Print($"circuits.idle.{page}.resident", (after.Resident - before.Resident) / 1e6 / more, "MB");
    }

    private static async Task ReconnectAsync(MeasuredApp app, SeenModel model)
    {
        // Whatever grows with the first visits only, such as compiled code, has grown by then.
        await ComeAndGoAsync(app, model, Before);
        var before = await SettledAsync(app);
        await ComeAndGoAsync(app, model, Reconnects);
        var after = await SettledAsync(app);
        Figures.Print("circuits.reconnects", Reconnects, "reconnects");
        Figures.Print("circuits.left", after.Circuits, "circuits");
        Figures.Print("circuits.heap.before", before.Heap / 1e6, "MB");
        Figures.Print("circuits.heap.after", after.Heap / 1e6, "MB");
        Figures.Print("circuits.resident.before", before.Resident / 1e6, "MB");
        Figures.Print("circuits.resident.after", after.Resident / 1e6, "MB");
    }

    /// <summary>Half of them come back to the circuit that they had, the others load the page anew.</summary>
    private static async Task ComeAndGoAsync(MeasuredApp app, SeenModel model, int times)
    {
        using var person = await app.PersonAsync("Comes and goes");
        for (var i = 0; i < times / 2; i++)
        {
            await using var client = i % 2 == 0 ? await CircuitClient.OpenDiagramAsync(person, model.Id, CancellationToken.None) : await CircuitClient.OpenAsync(person, model.ThreatPath, CancellationToken.None);
            await client.BreakAsync();
            if (!await client.ReconnectAsync(CancellationToken.None)) throw new InvalidOperationException("The circuit was not there any more.");
            await client.BreakAsync();
        }
    }

    private static async Task<ProcessFigures> SettledAsync(MeasuredApp app)
    {
        using var limit = new CancellationTokenSource(s_settled);
        using var rhythm = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await app.MemoryAsync() is { Circuits: > 0 } && await rhythm.WaitForNextTickAsync(limit.Token))
        {
        }

        // Calls that were under way when a connection broke hold its circuit until they time out.
        for (var i = 0; i < 12; i++) await rhythm.WaitForNextTickAsync(limit.Token);
        return await app.MemoryAsync();
    }
}
