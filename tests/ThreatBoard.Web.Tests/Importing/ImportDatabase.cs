using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Importing;

/// <summary>A PostgreSQL with the services that import, as the application has them.</summary>
public sealed class ImportDatabase(Server server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync()
    {
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        _services = new ServiceCollection().AddLogging().AddThreatBoardData(database).AddImporting().AddImportPages().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
    }

    public T Get<T>()
        where T : class => _services!.GetRequiredService<T>();

    public async Task<WorkspaceAccess> WorkspaceAsync() =>
        (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, TestContext.Current.CancellationToken))[0];

    public async Task<ModelAccess> NewModelAsync() =>
        await Get<WorkspaceModels>().CreateAsync(await WorkspaceAsync(), "Shop", "", [], TestContext.Current.CancellationToken);

    public async Task<ModelAccess> SampleAsync()
    {
        var model = await Get<TrySample>().RunAsync(await WorkspaceAsync(), TestContext.Current.CancellationToken);
        return (await Get<Access>().ForAsync(Caller.OfProcess(Data.Database.LocalPerson), model, Right.Edit, TestContext.Current.CancellationToken))!;
    }

    public async Task<ModelContent> ContentAsync(ModelAccess access) =>
        (await Get<LiveModels>().ReadAsync(access, TestContext.Current.CancellationToken)).Content;

    public async Task EditAsync(ModelAccess access, params Change[] changes)
    {
        var edit = new Intent.Edit([.. changes], Setter.Person);
        Assert.IsType<Outcome.Applied>(await Get<ModelStore>().ApplyAsync(access, edit, OperationId.New(TimeProvider.System), TestContext.Current.CancellationToken));
    }
}
