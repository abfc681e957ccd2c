using System.Diagnostics;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class ManyWritersTests(FreshDatabase database, ITestOutputHelper output) : IClassFixture<FreshDatabase>
{
    private const int Writers = 20;
    private const int Edits = 15;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_writers_of_different_entities_lose_nothing_and_leave_no_gap()
    {
        var model = await database.NewModelAsync();
        var components = Enumerable.Range(0, Writers).Select(i => Some.Component($"c{i}")).ToList();
        await database.EditAsync(model, [.. components.Select(Change.Add)]);

        var times = await Task.WhenAll(components.Select(component => Task.Run(() => RenameAsync(model, component), Cancel)));

        Report("20 writers, different entities", [.. times.SelectMany(t => t)]);
        var rows = await database.RowsAsync(model);
        Assert.All(components, component => Assert.Equal($"{component.Name}-{Edits - 1}", rows.Find<Component>(component.Id)!.Name));
        Assert.Equal(2 + (Writers * Edits), (await database.Journal.LatestAsync(model, 1, Cancel))[0].Number);
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task One_writer_is_measured()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));
        var warm = await RenameAsync(model, web);
        var now = (await database.RowsAsync(model)).Find<Component>(web.Id)!;

        var times = await RenameAsync(model, now);

        Report("one writer", times);
        Assert.Equal(warm.Count, times.Count);
    }

    [Fact]
    public async Task Twenty_writers_of_the_same_set_all_get_in()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i =>
            Task.Run(() => database.EditAsync(model, Change.Of(web, web with { Tags = [$"t{i}"] })), Cancel)));

        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Applied>(outcome));
        Assert.Equal(Writers, (await database.RowsAsync(model)).Find<Component>(web.Id)!.Tags.Count);
    }

    [Fact]
    public async Task Writing_goes_on_after_every_backend_was_killed()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(Some.Asset()));
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var kill = owner.CreateCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await kill.ExecuteNonQueryAsync(Cancel);

        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(Some.Asset("cards"))));

        Assert.Equal(2, (await database.RowsAsync(model)).CountOf<Asset>());
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
    }

    private async Task<List<double>> RenameAsync(ModelAccess model, Component component)
    {
        var (now, times) = (component, new List<double>());
        for (var i = 0; i < Edits; i++)
        {
            var (next, started) = (now with { Name = $"{component.Name}-{i}" }, Stopwatch.GetTimestamp());
            Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Of(now, next)));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            now = next;
        }

        return times;
    }

    private void Report(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        output.WriteLine($"{what}: p50 {milliseconds[milliseconds.Count / 2]:0} ms, p99 {milliseconds[milliseconds.Count * 99 / 100]:0} ms");
    }
}
