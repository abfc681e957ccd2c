using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Postgres;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

/// <summary>A PostgreSQL with the services that import, as the application has them.</summary>
public sealed class ImportDatabase : IAsyncLifetime
{
    private PostgresServer? _server;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);
        var database = await _server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        _services = new ServiceCollection().AddLogging().AddThreatBoardData(database).AddImporting().AddImportPages().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    public T Get<T>()
        where T : class => _services!.GetRequiredService<T>();

    public async Task<WorkspaceAccess> WorkspaceAsync() =>
        (await Get<Access>().ForWorkspaceAsync(Data.Database.LocalPerson, Right.Administer, TestContext.Current.CancellationToken))!;

    public async Task<ModelAccess> NewModelAsync() =>
        await Get<WorkspaceModels>().CreateAsync(await WorkspaceAsync(), "Shop", "", [], TestContext.Current.CancellationToken);

    public async Task<ModelAccess> SampleAsync()
    {
        var model = await Get<TrySample>().RunAsync(await WorkspaceAsync(), TestContext.Current.CancellationToken);
        return (await Get<Access>().ForAsync(Data.Database.LocalPerson, model, Right.Edit, TestContext.Current.CancellationToken))!;
    }

    public async Task<ModelContent> ContentAsync(ModelAccess access) =>
        (await Get<LiveModels>().ReadAsync(access, TestContext.Current.CancellationToken)).Content;

    public async Task EditAsync(ModelAccess access, params Change[] changes)
    {
        var edit = new Intent.Edit([.. changes], Setter.Person);
        Assert.IsType<Outcome.Applied>(await Get<ModelStore>().ApplyAsync(access, edit, OperationId.New(TimeProvider.System), TestContext.Current.CancellationToken));
    }
}
