using System.Threading.Channels;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Presence;

namespace ThreatBoard.Data.Tests.Together;

public sealed class PresenceTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_of_two_processes_see_each_other_come_move_and_leave()
    {
        await using var here = await SecondProcess.StartAsync(database);
        await using var there = await SecondProcess.StartAsync(database);
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna", Role.Viewer);
        var (mine, told) = Enter(here, model);
        var (hers, _) = Enter(there, anna);
        using var sits = mine;

        await ShownAsync(told, all => all.Select(p => p.Name).Order().SequenceEqual(["Anna", "You"]));
        hers.MoveTo(new() { Page = "threats", Address = "/models/x/threats", Selection = [anna.ModelId], Editing = "threat:x/Title", View = "0,0,1,1" });
        var moved = await ShownAsync(told, all => all.Any(p => p.At.Page == "threats"));
        Assert.Equal(hers.At, moved.Single(p => p.Name == "Anna").At);
        hers.Dispose();
        await ShownAsync(told, all => all.Count == 1);
    }

    [Fact]
    public async Task Who_may_not_read_the_model_any_more_is_not_seen_and_sees_nobody()
    {
        await using var process = await SecondProcess.StartAsync(database);
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        var (mine, told) = Enter(process, model);
        var (hers, herTold) = Enter(process, anna);
        using var one = mine;
        using var two = hers;
        await ShownAsync(told, all => all.Count == 2);
        await ShownAsync(herTold, all => all.Count == 2);

        await database.TamperAsync("DELETE FROM membership WHERE person_id = $1", anna.Person.Id);
        mine.MoveTo(new() { Page = "diagram" });

        await ShownAsync(told, all => all.Count == 1);
        await ShownAsync(herTold, all => all.Count == 0);
    }

    [Fact]
    public async Task A_dead_process_vanishes_after_a_few_missed_heartbeats_and_a_stopped_one_at_once()
    {
        await using var process = await SecondProcess.StartAsync(database);
        var stopping = await SecondProcess.StartAsync(database);
        var model = await database.NewModelAsync();
        var (mine, told) = Enter(process, model);
        using var sits = mine;
        Enter(stopping, await database.AsAsync(model, "Anna"));
        await ShownAsync(told, all => all.Count == 2);
        await stopping.DisposeAsync();
        await ShownAsync(told, all => all.Count == 1);

        await database.TamperAsync(
            "INSERT INTO presence SELECT $1, person_id, model_id, address, page, selection, editing, view, following, now(), now() - interval '23 seconds' FROM presence WHERE circuit_id = $2",
            Guid.CreateVersion7(), mine.Circuit);
        mine.MoveTo(new() { Page = "threats" });
        await ShownAsync(told, all => all.Count == 2);
        await ShownAsync(told, all => all.Count == 1, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Other_models_are_other_rooms_and_what_is_too_long_is_left_out()
    {
        await using var process = await SecondProcess.StartAsync(database);
        var (shop, bank) = (await database.NewModelAsync(), await database.NewModelAsync());
        var (mine, told) = Enter(process, shop);
        var (hers, _) = Enter(process, await database.AsAsync(bank, "Anna"));
        using var one = mine;
        using var two = hers;

        mine.MoveTo(new() { Address = new string('a', 5_000), Editing = new string('e', 5_000), Page = "threats" });
        hers.MoveTo(new() { Page = "diagram" });

        var all = await ShownAsync(told, all => all.Any(p => p.At.Page == "threats"));
        Assert.Equal(new Whereabouts { Page = "threats" }, Assert.Single(all).At);
    }

    private static (PresenceSeat Seat, ChannelReader<IReadOnlyList<Present>> Told) Enter(SecondProcess process, ModelAccess access)
    {
        var told = Channel.CreateUnbounded<IReadOnlyList<Present>>();
        return (process.Get<PresenceBoard>().Enter(access, Guid.CreateVersion7(), all => told.Writer.TryWrite(all)), told.Reader);
    }

    private static async Task<IReadOnlyList<Present>> ShownAsync(ChannelReader<IReadOnlyList<Present>> told, Func<IReadOnlyList<Present>, bool> wanted, TimeSpan? deadline = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(deadline ?? s_deadline);
        while (true)
        {
            var all = await told.ReadAsync(limit.Token);
            if (wanted(all)) return all;
        }
    }
}
