using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Benchmarks;

/// <summary>A real PostgreSQL for the time of one benchmark, as durable as a user's, with the services of the application on it.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly EmbeddedPostgres _server;
    private readonly ServiceProvider _services;

    private BenchDatabase(string? folder, EmbeddedPostgres server, ServiceProvider services) => (_folder, _server, _services) = (folder, server, services);

    public static async Task<BenchDatabase> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tb-bench-").FullName;
        // PostgreSQL runs as somebody else when this is root, and must be able to enter.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = Path.Combine(folder, "data") });
        await new Database(server.ConnectionString, TimeProvider.System).MigrateAsync(CancellationToken.None);
        return new(folder, server, Services(server));
    }

    /// <summary>The database of a ThreatBoard that runs; it goes on when this is disposed.</summary>
    public static async Task<BenchDatabase> JoinAsync(string dataFolder)
    {
        var server = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = dataFolder });
        return new(folder: null, server, Services(server));
    }

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public async Task<ModelAccess> NewModelAsync()
    {
        var workspace = (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Edit, CancellationToken.None))[0];
        return await Get<WorkspaceModels>().CreateAsync(workspace, "Benchmark", "", [], CancellationToken.None);
    }

    public Task FillAsync(ModelAccess model, ModelContent content) => ApplyAsync(model, Comparison.Between(ModelContent.Empty, content), Setter.Anyone);

    public async Task ApplyAsync(ModelAccess model, ImmutableArray<Change> changes, Setter by)
    {
        var outcome = await Get<ModelStore>().ApplyAsync(model, new Intent.Edit(changes, by), OperationId.New(TimeProvider.System), CancellationToken.None);
        if (outcome is not Outcome.Applied) throw new InvalidOperationException($"The edit was not taken: {outcome}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    private static ServiceProvider Services(EmbeddedPostgres server) =>
        new ServiceCollection().AddLogging().AddThreatBoardData(server.ConnectionString).AddImporting().BuildServiceProvider();
}
