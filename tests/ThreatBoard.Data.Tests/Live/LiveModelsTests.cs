using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Live;

public sealed class LiveModelsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LiveModels Live => database.Get<LiveModels>();

    [Fact]
    public async Task What_one_has_just_written_is_in_the_next_reading()
    {
        var model = await database.NewModelAsync();
        Assert.Equal(1, (await Live.ReadAsync(model, Cancel)).Number);
        var web = Some.Component();

        await database.EditAsync(model, Change.Add(web));
        var state = await Live.ReadAsync(model, Cancel);

        Assert.Equal(2, state.Number);
        Assert.Equal(web, state.Content.Find<Component>(web.Id));
        Assert.Empty(Comparison.Between(state.Content, await database.RowsAsync(model)));
    }

    [Fact]
    public async Task Entries_without_changes_move_the_number()
    {
        var model = await database.NewModelAsync();
        await Live.ReadAsync(model, Cancel);

        await database.ApplyAsync(model, new Intent.Publish("First"));

        Assert.Equal(2, (await Live.ReadAsync(model, Cancel)).Number);
    }

    [Fact]
    public async Task A_subscriber_hears_every_step_in_order_until_it_leaves()
    {
        var model = await database.NewModelAsync();
        await Live.ReadAsync(model, Cancel);
        var heard = Channel.CreateUnbounded<LiveUpdate>();
        var handle = Live.Subscribe(model, update => heard.Writer.TryWrite(update));

        for (var i = 0; i < 5; i++) await database.EditAsync(model, Change.Add(Some.Asset($"a{i}")));

        var names = await HearAsync(heard.Reader, 5);
        Assert.Equal(["a0", "a1", "a2", "a3", "a4"], names);
        handle.Dispose();
        await database.EditAsync(model, Change.Add(Some.Asset("unheard")));
        await Live.ReadAsync(model, Cancel);
        Assert.False(heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Whoever_subscribes_before_anything_was_read_learns_where_the_model_stands()
    {
        var model = await database.NewModelAsync();
        var heard = Channel.CreateUnbounded<LiveUpdate>();
        using var handle = Live.Subscribe(model, update => heard.Writer.TryWrite(update));

        await database.EditAsync(model, Change.Add(Some.Asset()));

        Assert.Equal(2, (await heard.Reader.ReadAsync(Cancel)).State.Number);
    }

    [Fact]
    public async Task A_model_that_rests_is_read_again()
    {
        var model = await database.NewModelAsync();
        using var live = new LiveModel(model.ModelId, database.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<ThreatBoardDb>>(), database.Get<Data.Door.ModelTables>(), TimeProvider.System);
        var before = await live.CatchUpAsync(Cancel);

        live.Rest();
        var after = await live.CatchUpAsync(Cancel);

        Assert.NotSame(before.Content, after.Content);
        Assert.Empty(Comparison.Between(before.Content, after.Content));
    }

    [Fact]
    public async Task Another_process_hears_of_it_through_the_database()
    {
        var model = await database.NewModelAsync();
        await using var here = await ProcessAsync();
        await using var there = await ProcessAsync();
        var live = there.GetRequiredService<LiveModels>();
        await live.ReadAsync(model, Cancel);
        var heard = Channel.CreateUnbounded<LiveUpdate>();
        using var handle = live.Subscribe(model, update => heard.Writer.TryWrite(update));

        await here.GetRequiredService<ModelStore>().ApplyAsync(
            model, new Intent.Edit([Change.Add(Some.Asset("told"))], Setter.Person), OperationId.New(TimeProvider.System), Cancel);

        Assert.Equal(["told"], await HearAsync(heard.Reader, 1));
        await StopAsync(here);
        await StopAsync(there);
    }

    private static async Task<List<string>> HearAsync(ChannelReader<LiveUpdate> heard, int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var names = new List<string>();
        while (names.Count < count)
        {
            var update = await heard.ReadAsync(limit.Token);
            names.AddRange(update.Changes.Select(change => change.Title));
        }

        return names;
    }

    private async Task<ServiceProvider> ProcessAsync()
    {
        var process = new ServiceCollection().AddLogging().AddThreatBoardData(database.OwnerConnectionString).BuildServiceProvider();
        foreach (var service in process.GetServices<IHostedService>()) await service.StartAsync(Cancel);
        return process;
    }

    private static async Task StopAsync(ServiceProvider process)
    {
        foreach (var service in process.GetServices<IHostedService>()) await service.StopAsync(Cancel);
    }
}
