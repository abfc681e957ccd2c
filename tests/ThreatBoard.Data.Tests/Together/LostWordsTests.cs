using System.Threading.Channels;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Together;

public sealed class LostWordsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_was_written_while_nobody_listened_is_caught_up_by_number_each_entry_once()
    {
        await using var process = await SecondProcess.StartAsync(database);
        var model = await database.NewModelAsync();
        var live = process.Get<LiveModels>();
        await live.ReadAsync(model, TestContext.Current.CancellationToken);
        var heard = Channel.CreateUnbounded<LiveUpdate>();
        using var handle = live.Subscribe(model, update => heard.Writer.TryWrite(update));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_deadline);

        var names = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await database.TamperAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'");
            // This writer runs no background services: it tells nobody.
            for (var i = 0; i < 3; i++) await database.EditAsync(model, Change.Add(Some.Asset($"a{round}{i}")));
            while (names.Count < (round + 1) * 3) names.AddRange((await heard.Reader.ReadAsync(limit.Token)).Changes.Select(change => change.Title));
        }

        Assert.Equal(["a00", "a01", "a02", "a10", "a11", "a12", "a20", "a21", "a22"], names);
        Assert.Empty(Comparison.Between((await live.ReadAsync(model, TestContext.Current.CancellationToken)).Content, await database.RowsAsync(model)));
    }
}
