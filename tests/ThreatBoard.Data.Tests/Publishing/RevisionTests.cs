using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Publishing;

public sealed class RevisionTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RevisionArchive Revisions => database.Get<RevisionArchive>();

    [Fact]
    public async Task A_revision_holds_the_model_as_it_was_and_comments_stay_outside()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. Door.RoundTripTests.EveryKind]);
        var before = await database.RowsAsync(model);

        var published = Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Publish("First")));
        await database.EditAsync(model, Change.Add(Some.Asset("later")));

        Assert.Equal(1, published.Revision);
        var read = await Revisions.ReadAsync(model, 1, Cancel);
        Assert.Empty(read!.All<Comment>());
        Assert.All(Comparison.Between(read, before), change => Assert.IsType<Change<Comment>>(change));
        var summary = Assert.Single(await Revisions.ListAsync(model, Cancel));
        Assert.Equal((1, published.Number, "First", "You"), (summary.Number, summary.Sequence, summary.Message, summary.Author));
        Assert.Null(await Revisions.VerifyAsync(model, Cancel));
        Assert.Null(await Revisions.ReadAsync(model, 2, Cancel));
    }

    [Fact]
    public async Task Publishing_the_same_operation_again_gives_the_same_revision()
    {
        var model = await database.NewModelAsync();
        var operation = OperationId.New(TimeProvider.System);

        var first = await database.Store.ApplyAsync(model, new Intent.Publish("First"), operation, Cancel);
        var again = await database.Store.ApplyAsync(model, new Intent.Publish("First"), operation, Cancel);

        Assert.Equal((1, 1), (((Outcome.Applied)first).Revision, ((Outcome.Applied)again).Revision));
        Assert.Single(await Revisions.ListAsync(model, Cancel));
    }

    [Fact]
    public async Task Equal_content_has_an_equal_hash_and_revisions_are_chained()
    {
        var model = await database.NewModelAsync();
        await database.ApplyAsync(model, new Intent.Publish("First"));
        var diagram = (await database.RowsAsync(model)).All<Diagram>().First();
        await database.EditAsync(model, Change.Of(diagram, diagram with { Name = "Renamed" }));
        await database.ApplyAsync(model, new Intent.Publish("Second"));

        var revisions = await Revisions.ListAsync(model, Cancel);

        Assert.Equal(revisions[0].ContentHash, revisions[1].ContentHash);
        Assert.NotEqual(revisions[0].Hash, revisions[1].Hash);
        Assert.Null(await Revisions.VerifyAsync(model, Cancel));
    }

    [Theory]
    [InlineData("UPDATE revision SET message = 'other' WHERE model_id = $1 AND number = 1")]
    [InlineData("UPDATE revision SET content = layout WHERE model_id = $1 AND number = 1")]
    [InlineData("UPDATE revision SET at = at - interval '1 microsecond' WHERE model_id = $1 AND number = 1")]
    [InlineData("DELETE FROM revision WHERE model_id = $1 AND number = 1")]
    [InlineData("UPDATE revision SET previous_hash = '\\x00' WHERE model_id = $1 AND number = 2")]
    public async Task Whoever_alters_a_revision_is_found(string sql)
    {
        var model = await database.NewModelAsync();
        await database.ApplyAsync(model, new Intent.Publish("First"));
        await database.ApplyAsync(model, new Intent.Publish("Second"));
        Assert.Null(await Revisions.VerifyAsync(model, Cancel));

        await database.TamperAsync(sql, model.ModelId);

        Assert.NotNull(await Revisions.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task A_damaged_revision_is_not_read()
    {
        var model = await database.NewModelAsync();
        await database.ApplyAsync(model, new Intent.Publish("First"));
        await database.TamperAsync("UPDATE revision SET layout = content WHERE model_id = $1", model.ModelId);

        await Assert.ThrowsAsync<DamagedRevisionException>(() => Revisions.ReadAsync(model, 1, Cancel));
    }

    [Fact]
    public async Task Restoring_a_revision_is_a_new_entry_that_can_be_undone_and_keeps_comments()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. Door.RoundTripTests.EveryKind]);
        await database.ApplyAsync(model, new Intent.Publish("First"));
        var first = await database.RowsAsync(model);
        var web = first.All<Component>().First(c => c.Name == "web");
        await database.ApplyAsync(model, new Intent.Edit([Change.Remove(web), Change.Add(Some.Asset("later"))], Setter.Person, WithClosure: true));
        var changed = await database.RowsAsync(model);

        var restored = Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.RestoreTo((await Revisions.ReadAsync(model, 1, Cancel))!, "Back to 1")));

        Assert.Empty(Comparison.Between(first, await database.RowsAsync(model)));
        await database.ApplyAsync(model, new Intent.Undo(restored.Number, WithClosure: true));
        Assert.Empty(Comparison.Between(changed, await database.RowsAsync(model)));
    }
}
