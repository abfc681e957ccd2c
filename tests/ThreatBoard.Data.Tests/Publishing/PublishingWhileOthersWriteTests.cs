using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Publishing;

[Trait("Matrix", "B7")]
public sealed class PublishingWhileOthersWriteTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const int Writers = 8;

    private static readonly int s_revisions = MatrixSize.Of(3, 40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_revision_is_a_state_that_existed_and_stays_as_it_is()
    {
        var model = await database.NewModelAsync();
        var clients = new ClientJournal(aloneAfter: 1);
        var writers = new List<ModelAccess>();
        for (var i = 0; i < Writers; i++) writers.Add(await database.AsAsync(model, $"Writer {i}"));

        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = writers.Select(writer => Task.Run(() => WriteAsync(clients, writer, done.Token), Cancel)).ToArray();
        var published = await PublishAsync(clients, model);
        await done.CancelAsync();
        await Task.WhenAll(writing);

        Assert.Equal([], await clients.OffendersAsync(database.OwnerConnectionString, model, Cancel));
        Assert.Null(await database.Get<RevisionArchive>().VerifyAsync(model, Cancel));
        Assert.Equal(s_revisions, published.Select(revision => revision.Sequence).Distinct().Count());
        foreach (var revision in published) await ProveAsync(model, revision);
        await RefuseRewritingAsync(model);
        Assert.Equal(published.Select(Digest), (await ListAsync(model)).Select(Digest));
    }

    private async Task WriteAsync(ClientJournal clients, ModelAccess writer, CancellationToken until)
    {
        Component? mine = null;
        for (var i = 0; !until.IsCancellationRequested; i++)
        {
            var next = mine is null ? Some.Component($"{writer.Person.Name} 0") : mine with { Name = $"{writer.Person.Name} {i}" };
            Change[] changes = [mine is null ? Change.Add(next) : Change.Of(mine, next), Change.Add(Some.Asset($"{writer.Person.Name} asset {i}"))];
            Assert.IsType<Outcome.Applied>(await clients.ApplyAsync(database.Store, writer, new Intent.Edit([.. changes], Setter.Person), OperationId.New(TimeProvider.System), Cancel));
            mine = next;
        }
    }

    private async Task<IReadOnlyList<RevisionSummary>> PublishAsync(ClientJournal clients, ModelAccess model)
    {
        for (var i = 1; i <= s_revisions; i++)
        {
            // Several of the writers come in between: their entries are what moves the number on.
            var from = (await database.Journal.LatestAsync(model, 1, Cancel))[0].Number;
            while ((await database.Journal.LatestAsync(model, 1, Cancel))[0].Number < from + Writers) await Task.Yield();
            var outcome = await clients.ApplyAsync(database.Store, model, new Intent.Publish($"Revision {i}"), OperationId.New(TimeProvider.System), Cancel);
            Assert.Equal(i, Assert.IsType<Outcome.Applied>(outcome).Revision);
        }

        return await ListAsync(model);
    }

    private async Task ProveAsync(ModelAccess model, RevisionSummary revision)
    {
        var replayed = await AsOfAsync(model, revision.Sequence);
        Assert.Empty(Comparison.Between(replayed, (await database.Get<RevisionArchive>().ReadAsync(model, revision.Number, Cancel))!));
        Assert.Equal(ContentHash.Of(replayed), revision.ContentHash);
    }

    private async Task<ModelContent> AsOfAsync(ModelAccess model, long number)
    {
        await using var db = database.Db();
        return Replay.Over(ModelContent.Empty, [.. Replay.RowsOf(db, model.ModelId).Where(row => row.Number <= number)]);
    }

    private async Task RefuseRewritingAsync(ModelAccess model)
    {
        foreach (var sql in new[] { "UPDATE revision SET message = 'other' WHERE model_id = $1", "DELETE FROM revision WHERE model_id = $1" })
        {
            await using var command = database.Get<NpgsqlDataSource>().CreateCommand(sql);
            command.Parameters.Add(new() { Value = model.ModelId });
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel))).SqlState);
        }
    }

    private async Task<IReadOnlyList<RevisionSummary>> ListAsync(ModelAccess model) => [.. (await database.Get<RevisionArchive>().ListAsync(model, Cancel)).Reverse()];

    private static string Digest(RevisionSummary revision) => $"{revision.Number} {Convert.ToHexString(revision.Hash)} {Convert.ToHexString(revision.ContentHash)}";
}
