using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Together;

[Trait("Matrix", "B6")]
public sealed class UndoAmongOthersTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly Component _web = Some.Component("web");
    private ModelAccess _ada = null!;
    private ModelAccess _grace = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undoing_touches_only_ones_own_fields()
    {
        await BeginAsync();
        await EditAsync(_ada, _web, _web with { Name = "frontend" });
        await EditAsync(_grace, _web with { Name = "frontend" }, _web with { Name = "frontend", Technology = "nginx" });

        Assert.IsType<Outcome.Applied>(await UndoAsync());

        Assert.Equal(_web with { Technology = "nginx" }, await RowAsync());
    }

    [Fact]
    public async Task Undoing_over_somebody_asks_and_then_overwrites_what_was_seen()
    {
        await BeginAsync();
        await EditAsync(_ada, _web, _web with { Name = "frontend" });
        await EditAsync(_grace, _web with { Name = "frontend" }, _web with { Name = "gateway" });

        var refused = Assert.IsType<Outcome.Refused>(await UndoAsync());
        Assert.Equal("gateway", (await RowAsync())!.Name);
        Assert.IsType<Outcome.Applied>(await UndoAsync(over: refused.AsOf));

        Assert.Equal(_web, await RowAsync());
        Assert.NotNull((await database.Journal.UndoAsync(_ada, Cancel)).Redo);
    }

    [Fact]
    public async Task What_somebody_changed_after_the_question_is_asked_about_again()
    {
        await BeginAsync();
        await EditAsync(_ada, _web, _web with { Name = "frontend" });
        await EditAsync(_grace, _web with { Name = "frontend" }, _web with { Name = "gateway" });
        var refused = Assert.IsType<Outcome.Refused>(await UndoAsync());
        await EditAsync(_grace, _web with { Name = "gateway" }, _web with { Name = "proxy" });

        var again = Assert.IsType<Outcome.Refused>(await UndoAsync(over: refused.AsOf));

        Assert.Equal(("proxy", "proxy"), (Assert.Single(again.Conflicts).Theirs, (await RowAsync())!.Name));
    }

    [Fact]
    public async Task Redoing_over_somebody_asks_too()
    {
        await BeginAsync();
        await EditAsync(_ada, _web, _web with { Name = "frontend" });
        await UndoAsync();
        await EditAsync(_grace, _web, _web with { Name = "gateway" });
        var redo = (await database.Journal.UndoAsync(_ada, Cancel)).Redo!;

        var refused = Assert.IsType<Outcome.Refused>(await database.ApplyAsync(_ada, new Intent.Redo(redo.Number)));
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(_ada, new Intent.Redo(redo.Number, Over: refused.AsOf)));

        Assert.Equal("frontend", (await RowAsync())!.Name);
    }

    [Fact]
    public async Task What_somebody_deleted_stays_deleted_and_the_rest_is_undone()
    {
        await BeginAsync();
        var store = Some.Component("orders");
        await database.EditAsync(_ada, Change.Add(store));
        await database.EditAsync(_ada, Change.Of(_web, _web with { Name = "frontend" }), Change.Of(store, store with { Name = "ledger" }));
        await database.EditAsync(_grace, Change.Remove(_web with { Name = "frontend" }));

        var refused = Assert.IsType<Outcome.Refused>(await UndoAsync());
        Assert.IsType<Outcome.Applied>(await UndoAsync(over: refused.AsOf));

        Assert.Equal(ConflictKind.RemovedByThem, Assert.Single(refused.Conflicts).Kind);
        Assert.Equal((null, "orders"), (await RowAsync(), (await database.RowsAsync(_ada)).Find<Component>(store.Id)!.Name));
    }

    [Fact]
    public async Task An_undoing_that_finds_nothing_left_lets_one_go_on_to_the_step_before()
    {
        await BeginAsync();
        await database.EditAsync(_ada, Change.Add(Some.Asset()));
        await EditAsync(_ada, _web, _web with { Name = "frontend" });
        await database.EditAsync(_grace, Change.Remove(_web with { Name = "frontend" }));
        var refused = Assert.IsType<Outcome.Refused>(await UndoAsync());

        Assert.Empty(Assert.IsType<Outcome.Applied>(await UndoAsync(over: refused.AsOf)).Changes);

        var stack = await database.Journal.UndoAsync(_ada, Cancel);
        Assert.Equal(("adding asset “orders”", null), (stack.Undo!.Summary, stack.Redo));
    }

    [Fact]
    public async Task Undoing_an_addition_asks_about_what_others_hung_on_it_and_about_nothing_else_then()
    {
        await BeginAsync();
        var store = Some.Component("orders");
        await database.EditAsync(_ada, Change.Add(store));
        var flow = Some.Flow(_web, store);
        await database.EditAsync(_grace, Change.Add(flow));
        var undo = new Intent.Undo((await database.Journal.UndoAsync(_ada, Cancel)).Undo!.Number);

        var asks = Assert.IsType<Outcome.Asks>(await database.ApplyAsync(_ada, undo));
        var later = Some.Flow(store, _web);
        await database.EditAsync(_grace, Change.Add(later));
        var again = Assert.IsType<Outcome.Asks>(await database.ApplyAsync(_ada, undo with { Along = [.. asks.Besides.Select(change => change.Entity)] }));
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(_ada, undo with { Along = [EntityRef.To(flow), EntityRef.To(later)] }));

        Assert.Equal((EntityRef.To(flow), EntityRef.To(later)), (Assert.Single(asks.Besides).Entity, Assert.Single(again.Besides).Entity));
        Assert.Equal(0, (await database.RowsAsync(_ada)).CountOf<Flow>());
    }

    private async Task BeginAsync()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(_web));
        (_ada, _grace) = (await database.AsAsync(model, "Ada"), await database.AsAsync(model, "Grace"));
    }

    private async Task EditAsync(ModelAccess who, Component seen, Component wanted) => Assert.IsType<Outcome.Applied>(await database.EditAsync(who, Change.Of(seen, wanted)));

    private async Task<Outcome> UndoAsync(long? over = null) =>
        await database.ApplyAsync(_ada, new Intent.Undo((await database.Journal.UndoAsync(_ada, Cancel)).Undo!.Number, Over: over));

    private async Task<Component?> RowAsync() => (await database.RowsAsync(_ada)).Find<Component>(_web.Id);
}
