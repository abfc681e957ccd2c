using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Journaling;

public sealed class UndoTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edits_are_undone_and_redone_one_after_the_other()
    {
        var model = await database.NewModelAsync();
        var start = await database.RowsAsync(model);
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));
        var added = await database.RowsAsync(model);
        await database.EditAsync(model, Change.Of(web, web with { Name = "frontend", Tags = ["edge"] }));
        var renamed = await database.RowsAsync(model);

        Assert.Equal("changing component “frontend”", await UndoAsync(model));
        await SameAsync(added, model);
        Assert.Equal("adding component “web”", await UndoAsync(model));
        await SameAsync(start, model);
        Assert.Equal("adding component “web”", await RedoAsync(model));
        await SameAsync(added, model);
        Assert.Equal("changing component “frontend”", await RedoAsync(model));
        await SameAsync(renamed, model);
        Assert.Null((await database.Journal.UndoAsync(model, Cancel)).Redo);
        await UndoAsync(model);
        await UndoAsync(model);
        await SameAsync(start, model);
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task A_removal_with_all_that_went_along_comes_back()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. Door.RoundTripTests.EveryKind]);
        var before = await database.RowsAsync(model);
        var web = before.All<Component>().First(c => c.Name == "web");
        await database.ApplyAsync(model, new Intent.Edit([Change.Remove(web)], Setter.Person, WithClosure: true));
        Assert.NotEmpty(Comparison.Between(before, await database.RowsAsync(model)));

        await UndoAsync(model);

        await SameAsync(before, model);
    }

    [Fact]
    public async Task A_new_edit_ends_what_could_be_redone()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(Some.Asset()));
        await UndoAsync(model);

        await database.EditAsync(model, Change.Add(Some.Asset("cards")));

        Assert.Null((await database.Journal.UndoAsync(model, Cancel)).Redo);
    }

    [Fact]
    public async Task Everybody_undoes_their_own_and_keeps_what_others_did()
    {
        var mine = await database.NewModelAsync();
        var theirs = await database.AsAsync(mine, "Grace");
        var web = Some.Component();
        await database.EditAsync(mine, Change.Add(web));
        await database.EditAsync(mine, Change.Of(web, web with { Technology = "nginx" }));
        await database.EditAsync(theirs, Change.Of(web, web with { Name = "frontend" }));

        await UndoAsync(mine);

        Assert.Equal(web with { Name = "frontend" }, (await database.RowsAsync(mine)).Find<Component>(web.Id));
        Assert.Equal("changing component “frontend”", (await database.Journal.UndoAsync(theirs, Cancel)).Undo!.Summary);
    }

    [Fact]
    public async Task Undoing_what_somebody_else_changed_since_says_so_and_writes_nothing()
    {
        var mine = await database.NewModelAsync();
        var theirs = await database.AsAsync(mine, "Grace");
        var web = Some.Component();
        await database.EditAsync(mine, Change.Add(web));
        await database.EditAsync(mine, Change.Of(web, web with { Name = "frontend" }));
        await database.EditAsync(theirs, Change.Of(web with { Name = "frontend" }, web with { Name = "gateway" }));
        var stack = await database.Journal.UndoAsync(mine, Cancel);

        var refused = Assert.IsType<Outcome.Refused>(await database.ApplyAsync(mine, new Intent.Undo(stack.Undo!.Number)));

        Assert.Equal(("name", "gateway", "web"), Assert.Single(refused.Conflicts) is var c ? (c.Field, c.Theirs, c.Mine) : default);
        Assert.Equal("gateway", (await database.RowsAsync(mine)).Find<Component>(web.Id)!.Name);
    }

    [Fact]
    public async Task Undoing_a_change_of_what_somebody_else_removed_says_so()
    {
        var mine = await database.NewModelAsync();
        var theirs = await database.AsAsync(mine, "Grace");
        var web = Some.Component();
        await database.EditAsync(mine, Change.Add(web));
        var renamed = web with { Name = "frontend" };
        await database.EditAsync(mine, Change.Of(web, renamed));
        await database.EditAsync(theirs, Change.Remove(renamed));

        var refused = Assert.IsType<Outcome.Refused>(await database.ApplyAsync(mine, new Intent.Undo(3)));

        Assert.Equal(ConflictKind.RemovedByThem, Assert.Single(refused.Conflicts).Kind);
    }

    [Fact]
    public async Task Nobody_undoes_the_entries_of_others_or_the_same_twice()
    {
        var mine = await database.NewModelAsync();
        var theirs = await database.AsAsync(mine, "Grace");
        await database.EditAsync(mine, Change.Add(Some.Asset()));

        Assert.IsType<Outcome.Refused>(await database.ApplyAsync(theirs, new Intent.Undo(2)));
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(mine, new Intent.Undo(2)));
        Assert.IsType<Outcome.Refused>(await database.ApplyAsync(mine, new Intent.Undo(2)));
    }

    [Fact]
    public async Task Moves_are_called_moves()
    {
        var model = await database.NewModelAsync();
        var diagram = (await database.RowsAsync(model)).All<Diagram>().First();
        var components = Enumerable.Range(0, 3).Select(i => Some.Component($"c{i}")).ToList();
        await database.EditAsync(model, [.. components.Select(Change.Add)]);
        await database.EditAsync(model, [.. components.Select(c => Change.Add(Some.Placement(diagram, EntityRef.To(c), 1, 2)))]);

        Assert.Equal("move of 3", (await database.Journal.UndoAsync(model, Cancel)).Undo!.Summary);
        await UndoAsync(model);
        Assert.Equal("addition of 3 components", (await database.Journal.UndoAsync(model, Cancel)).Undo!.Summary);
    }

    [Fact]
    public async Task A_viewer_undoes_nothing()
    {
        var viewer = await database.AsAsync(await database.NewModelAsync(), "Vera", Role.Viewer);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.ApplyAsync(viewer, new Intent.Undo(1)));
    }

    private async Task<string> UndoAsync(ModelAccess model)
    {
        // Asked for anew, as after a reload.
        var offered = (await database.Journal.UndoAsync(model, Cancel)).Undo!;
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Undo(offered.Number, WithClosure: true)));
        return offered.Summary;
    }

    private async Task<string> RedoAsync(ModelAccess model)
    {
        var offered = (await database.Journal.UndoAsync(model, Cancel)).Redo!;
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Redo(offered.Number, WithClosure: true)));
        return offered.Summary;
    }

    private async Task SameAsync(ModelContent expected, ModelAccess model) =>
        Assert.Empty(Comparison.Between(expected, await database.RowsAsync(model)));
}
