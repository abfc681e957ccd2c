using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Together;

/// <summary>The oracle of concurrent tests must itself be able to say no.</summary>
public sealed class ClientJournalTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly Component _web = Some.Component();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_and_is_there_passes()
    {
        var (model, clients) = await BeginAsync();
        Assert.IsType<Outcome.Applied>(await ApplyAsync(clients, model, Change.Of(_web, _web with { Name = "frontend" })));
        Assert.IsType<Outcome.Refused>(await ApplyAsync(clients, model, Change.Of(_web, _web with { Name = "gateway" })));
        clients.SawSaved(EntityRef.To(_web), "name", "frontend");

        Assert.Empty(await clients.OffendersAsync(database.OwnerConnectionString, model, Cancel));
        Assert.Equal(1, clients.Acknowledged);
    }

    [Fact]
    public async Task An_operation_that_was_acknowledged_and_is_lost_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        var lost = OperationId.New(TimeProvider.System);
        clients.Send(lost);
        clients.Acknowledge(lost);

        Assert.Contains("is in the journal 0 times", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_operation_that_is_there_all_the_same_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        var operation = OperationId.New(TimeProvider.System);
        clients.Send(operation);
        clients.Refuse(operation);
        await database.Store.ApplyAsync(model, new Intent.Edit([Change.Add(Some.Asset())], Setter.Person), operation, Cancel);

        Assert.Contains("was refused, and is in the journal", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_writes_where_nobody_should_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        await database.EditAsync(model, Change.Add(Some.Asset()));

        Assert.StartsWith("Nobody sent entry 3", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledged_value_that_was_overwritten_unseen_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        await ApplyAsync(clients, model, Change.Of(_web, _web with { Name = "frontend" }));
        // The door would refuse this; here it is told that the client had seen something else.
        var operation = OperationId.New(TimeProvider.System);
        clients.Send(operation, new Intent.Edit([Change.Of(_web, _web with { Name = "gateway" })], Setter.Person));
        var outcome = await database.Store.ApplyAsync(model, new Intent.Edit([Change.Of(_web with { Name = "frontend" }, _web with { Name = "gateway" })], Setter.Person), operation, Cancel);
        clients.Acknowledge(operation, Assert.IsType<Outcome.Applied>(outcome).Number);

        Assert.Contains("was overwritten by gateway", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_the_journal_does_not_know_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        await database.TamperAsync("UPDATE component SET name = 'tampered' WHERE model_id = $1", model.ModelId);

        Assert.Contains("the rows differ", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_a_screen_called_saved_and_that_is_lost_is_noticed()
    {
        var (model, clients) = await BeginAsync();
        clients.SawSaved(EntityRef.To(_web), "name", "frontend");

        Assert.Contains("was called saved, and is in the journal 0 times", await OffenderAsync(clients, model), StringComparison.Ordinal);
    }

    private async Task<(ModelAccess Model, ClientJournal Clients)> BeginAsync()
    {
        var model = await database.NewModelAsync();
        var added = Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(_web)));
        return (model, new ClientJournal(aloneAfter: added.Number));
    }

    private Task<Outcome> ApplyAsync(ClientJournal clients, ModelAccess model, params Change[] changes) =>
        clients.ApplyAsync(database.Store, model, new Intent.Edit([.. changes], Setter.Person), OperationId.New(TimeProvider.System), Cancel);

    private async Task<string> OffenderAsync(ClientJournal clients, ModelAccess model) =>
        Assert.Single(await clients.OffendersAsync(database.OwnerConnectionString, model, Cancel));
}
