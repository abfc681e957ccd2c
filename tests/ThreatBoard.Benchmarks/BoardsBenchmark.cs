using System.Diagnostics;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;

namespace ThreatBoard.Benchmarks;

/// <summary>The board over N models of 80 components and 200 threats each: the list that it opens with, and what is then read model by model.</summary>
public static class BoardsBenchmark
{
    private const int Runs = 5, Components = 80, Threats = 200, DaysShown = 180;

    public static async Task RunAsync(int models)
    {
        await using var database = await BenchDatabase.StartAsync();
        var access = new Dictionary<Guid, ModelAccess>();
        for (var i = 0; i < models; i++)
        {
            var made = await database.NewModelAsync();
            await database.FillAsync(made, GeneratedModel.Of(Components, Threats));
            access.Add(made.ModelId, made);
        }

        var (boards, me) = (database.Get<ModelBoards>(), Caller.OfProcess(Database.LocalPerson));
        var list = await boards.ListAsync(me, CancellationToken.None);
        Figures.Print("boards.models", list.Count, "models");
        await PrintAsync("boards.list", Runs, async () => await boards.ListAsync(me, CancellationToken.None));
        await PrintAsync("boards.depth.first", 1, () => ReadAsync(database, list, access));
        await PrintAsync("boards.depth.again", Runs, () => ReadAsync(database, list, access));
    }

    /// <summary>One after the other, as the page asks.</summary>
    private static async Task ReadAsync(BenchDatabase database, IReadOnlyList<ModelStanding> list, Dictionary<Guid, ModelAccess> access)
    {
        foreach (var model in list)
        {
            var today = model.Day.Today;
            await database.Get<RiskHistory>().DaysAsync(access[model.Id], model.Day.Rules.Zone, today.AddDays(-DaysShown), today, CancellationToken.None);
            await database.Get<GraphBoards>().OfAsync(access[model.Id], model.Day, CancellationToken.None);
        }
    }

    private static async Task PrintAsync(string name, int runs, Func<Task> run)
    {
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Figures.PrintMedian(name, times, "ms");
    }
}
