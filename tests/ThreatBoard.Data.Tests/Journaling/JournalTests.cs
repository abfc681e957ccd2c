using FsCheck;
using FsCheck.Fluent;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Journaling;

public sealed class JournalTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_journal_replayed_from_nothing_equals_the_rows_after_any_edits()
    {
        var steps = Gen.Choose(0, 9).Two().ListOf();
        Prop.ForAll(steps.ToArbitrary(), choices => ReplaysAsync(choices.ToList()).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Fact]
    public async Task The_history_of_an_entity_tells_what_happened_to_it()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web), Change.Add(Some.Asset()));
        await database.EditAsync(model, Change.Of(web, web with { Name = "frontend" }));

        var history = await database.Journal.HistoryOfAsync(model, EntityRef.To(web), Cancel);

        Assert.Equal([Change.Of(web, web with { Name = "frontend" }), Change.Add(web)], history.Select(e => e.Change));
        Assert.Equal([3L, 2L], history.Select(e => e.Entry.Number));
        Assert.Equal("You", history[0].Entry.Author);
    }

    [Theory]
    [InlineData("UPDATE journal_entry SET reason = 'x' WHERE model_id = $1 AND number = 2", "Entry 2 is not")]
    [InlineData("UPDATE journal_change SET after = before WHERE model_id = $1 AND number = 2", "The changes of entry 2")]
    [InlineData("DELETE FROM journal_change WHERE model_id = $1 AND number = 2", "The changes of entry 2")]
    [InlineData("DELETE FROM journal_entry WHERE model_id = $1 AND number = 2", "Entry 2 is missing")]
    public async Task Whoever_alters_the_journal_is_found(string sql, string found)
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(Some.Asset()));
        await database.EditAsync(model, Change.Add(Some.Asset("cards")));
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));

        await database.TamperAsync(sql, model.ModelId);

        Assert.StartsWith(found, await database.Journal.VerifyAsync(model, Cancel));
    }

    private async Task<bool> ReplaysAsync(IReadOnlyList<(int What, int Which)> steps)
    {
        var model = await database.NewModelAsync();
        foreach (var (what, which) in steps) await StepAsync(model, what, which);
        var rows = await database.RowsAsync(model);
        return Comparison.Between(rows, await database.Journal.ReplayAsync(model, Cancel)).IsEmpty
            && Invariants.Check(rows).IsEmpty
            && await database.Journal.VerifyAsync(model, Cancel) is null;
    }

    /// <summary>Something on whatever there is; what the door refuses is as good as what it takes.</summary>
    private async Task StepAsync(ModelAccess model, int what, int which)
    {
        var now = await database.RowsAsync(model);
        var components = now.All<Component>().OrderBy(c => c.Id).ToList();
        var boundaries = now.All<Boundary>().OrderBy(b => b.Id).ToList();
        var one = components.Count == 0 ? null : components[which % components.Count];
        var around = boundaries.Count == 0 ? null : boundaries[which % boundaries.Count];
        Intent intent = (what, one, around) switch
        {
            (0 or 1, _, _) => Edit(Change.Add(Some.Component($"c{which}", around?.Id))),
            (2, _, _) => Edit(Change.Add(Some.Boundary($"b{which}", (BoundaryKind)(which % 9), around?.Id))),
            (3, { } from, _) when components.Count > 1 => Edit(Change.Add(Some.Flow(from, components[(which + 1) % components.Count]))),
            (4, { } it, _) => Edit(Change.Of(it, it with { Name = $"renamed {which}", Tags = it.Tags.With($"t{which}"), Zone = around?.Id })),
            (5, { } it, _) => Edit(Change.Remove(it)),
            (6, _, { } it) => Edit(Change.Remove(it)),
            (7, { } it, _) => Edit(Change.Add(Some.Threat(ThreatSubject.Of(it))), Change.Add(Some.Finding(EntityRef.To(it)))),
            (8, _, _) when (await database.Journal.UndoAsync(model, Cancel)).Undo is { } undo => new Intent.Undo(undo.Number, WithClosure: true),
            (9, _, _) when (await database.Journal.UndoAsync(model, Cancel)).Redo is { } redo => new Intent.Redo(redo.Number, WithClosure: true),
            _ => Edit(Change.Add(Some.Asset($"a{which}"))),
        };
        await database.ApplyAsync(model, intent);
    }

    private static Intent.Edit Edit(params Change[] changes) => new([.. changes], Setter.Anyone, WithClosure: true);
}
