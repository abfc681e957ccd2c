using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>Somebody else who works in the same model, at the door of another process.</summary>
internal sealed class Colleague : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;
    private readonly ServiceProvider _services;
    private readonly ModelAccess _model;

    private Colleague(EmbeddedPostgres server, ServiceProvider services, ModelAccess model) => (_server, _services, _model) = (server, services, model);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Colleague> JoinAsync(RunningApp app, string model, string name = "Grace")
    {
        var server = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = app.DataFolder }, Cancel);
        var services = new ServiceCollection().AddLogging().AddThreatBoardData(server.ConnectionString).BuildServiceProvider();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("""
            WITH new AS (INSERT INTO person (id, name, created_at) VALUES ($1, $2, now()) RETURNING id)
            INSERT INTO membership (workspace_id, person_id, role) SELECT m.workspace_id, $1, 'Editor' FROM model m, new WHERE m.id = $3
            """);
        var person = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        foreach (var value in new object[] { person, name, Guid.Parse(model) }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
        var access = await services.GetRequiredService<Access>().ForAsync(Caller.OfProcess(person), Guid.Parse(model), Right.Edit, Cancel);
        return new(server, services, access!);
    }

    public async Task<ModelContent> ModelAsync() => (await _services.GetRequiredService<LiveModels>().ReadAsync(_model, Cancel)).Content;

    public async Task<Component> ComponentAsync(string name) => (await ModelAsync()).All<Component>().Single(component => component.Name == name);

    public Task DoAsync(params Change[] changes) => DoAsync(new Intent.Edit([.. changes], Setter.Person, WithClosure: true));

    /// <summary>As a run of the rules does.</summary>
    public Task FindAsync(params Change[] changes) => DoAsync(new Intent.Edit([.. changes], Setter.Rule));

    public async Task DoAsync(Intent intent) =>
        Assert.IsType<Outcome.Applied>(await _services.GetRequiredService<ModelStore>().ApplyAsync(_model, intent, OperationId.New(TimeProvider.System), Cancel));

    /// <summary>Who did what to an entity, as "author: field before → after", the newest first.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(EntityRef entity) =>
    [
        .. from happened in await _services.GetRequiredService<Journal>().HistoryOfAsync(_model, entity, Cancel)
           from field in happened.Change.Fields()
           select $"{happened.Entry.Author}: {field.Field} {field.Before} → {field.After}",
    ];

    /// <summary>How many entries the journal has.</summary>
    public async Task<long> EntriesAsync() => (await _services.GetRequiredService<Journal>().LatestAsync(_model, 1, Cancel))[0].Number;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
