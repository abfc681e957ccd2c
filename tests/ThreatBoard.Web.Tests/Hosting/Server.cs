using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Postgres;

[assembly: AssemblyFixture(typeof(ThreatBoard.Web.Tests.Hosting.Server))]

namespace ThreatBoard.Web.Tests.Hosting;

/// <summary>One PostgreSQL for all classes that need one.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PostgresServer? _server;

    /// <returns>The owner's connection string of a fresh database.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancel) => await (await StartedAsync(cancel)).CreateDatabaseAsync(cancel);

    /// <returns>The owner's connection string of a new server installation that belongs to nobody yet.</returns>
    public async Task<string> CreateServerDatabaseAsync(CancellationToken cancel)
    {
        var connection = await (await StartedAsync(cancel)).CreateEmptyDatabaseAsync(cancel);
        await new Data.Database(connection, TimeProvider.System).MigrateAsync(cancel, kind: InstallationKind.Server);
        return connection;
    }

    /// <returns>The owner's connection string of a database without a schema.</returns>
    public async Task<string> CreateEmptyDatabaseAsync(CancellationToken cancel) => await (await StartedAsync(cancel)).CreateEmptyDatabaseAsync(cancel);

    private async Task<PostgresServer> StartedAsync(CancellationToken cancel)
    {
        await _starting.WaitAsync(cancel);
        try
        {
            _server ??= await PostgresServer.StartAsync(cancel);
        }
        finally
        {
            _starting.Release();
        }

        return _server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _starting.Dispose();
    }
}
