using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Postgres;

[assembly: AssemblyFixture(typeof(ThreatBoard.Data.Tests.Server))]

namespace ThreatBoard.Data.Tests;

/// <summary>One PostgreSQL for all classes.</summary>
public sealed class Server : IAsyncLifetime
{
    private PostgresServer? _postgres;

    public PostgresServer Postgres => _postgres!;

    public async ValueTask InitializeAsync() => _postgres = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
    }
}

/// <summary>A fresh database for one class, with the services of the application on it.</summary>
public sealed class FreshDatabase(Server server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    public string OwnerConnectionString { get; private set; } = "";

    public IServiceProvider Services => _services!;

    public ModelStore Store => Get<ModelStore>();

    public Access Access => Get<Access>();

    public Journal Journal => Get<Journal>();

    public WorkspaceModels Models => Get<WorkspaceModels>();

    public async ValueTask InitializeAsync()
    {
        OwnerConnectionString = await server.Postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        _services = new ServiceCollection().AddLogging().AddThreatBoardData(OwnerConnectionString)
            .Configure<PasswordHasherOptions>(cheap => cheap.IterationCount = 1_000).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
    }

    public T Get<T>()
        where T : class => _services!.GetRequiredService<T>();

    public ThreatBoardDb Db() => Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();

    public async Task<WorkspaceAccess> WorkspaceAsync() =>
        (await Access.WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Administer, TestContext.Current.CancellationToken))[0];

    public async Task<ModelAccess> NewModelAsync(string name = "Shop") =>
        await Models.CreateAsync(await WorkspaceAsync(), name, "", [], TestContext.Current.CancellationToken);

    public Task<Outcome> EditAsync(ModelAccess model, params Change[] changes) => EditAsync(model, Setter.Person, changes);

    public Task<Outcome> EditAsync(ModelAccess model, Setter by, params Change[] changes) =>
        Store.ApplyAsync(model, new Intent.Edit([.. changes], by), OperationId.New(TimeProvider.System), TestContext.Current.CancellationToken);

    public Task<Outcome> ApplyAsync(ModelAccess model, Intent intent) =>
        Store.ApplyAsync(model, intent, OperationId.New(TimeProvider.System), TestContext.Current.CancellationToken);

    /// <summary>Runs SQL as the database's owner, without triggers, as somebody would who tampers with it.</summary>
    public async Task TamperAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var quiet = new NpgsqlCommand("SET session_replication_role = replica", connection)) await quiet.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Another person's access to the same model.</summary>
    public async Task<ModelAccess> AsAsync(ModelAccess model, string name, Role role = Role.Editor)
    {
        var id = Guid.CreateVersion7();
        await TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, $2, now())", id, name);
        await TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", model.WorkspaceId, id, role.ToString());
        return (await Access.ForAsync(Caller.OfProcess(id), model.ModelId, Right.Read, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Everything the tables hold of a model.</summary>
    public async Task<ModelContent> RowsAsync(ModelAccess model)
    {
        await using var db = Db();
        var slice = new ThreatBoard.Data.Door.Slice(db, Get<ThreatBoard.Data.Door.ModelTables>(), model.ModelId);
        await slice.LoadEverythingAsync(TestContext.Current.CancellationToken);
        return slice.Content;
    }
}
