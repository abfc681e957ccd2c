using Npgsql;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Web.Database;

namespace ThreatBoard.Web.Commands;

/// <summary>The database as its owner, for the time of one command: one's own server, the running embedded one, or one started for this.</summary>
internal sealed class OwnedDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _server;

    private OwnedDatabase(NpgsqlDataSource source, EmbeddedPostgres? server) => (Source, _server) = (source, server);

    public NpgsqlDataSource Source { get; }

    public static async Task<OwnedDatabase> OpenAsync(IConfiguration configuration, CancellationToken cancel)
    {
        if (DatabaseHosting.HasOwnServer(configuration))
            return new(NpgsqlDataSource.Create(configuration.GetConnectionString(DatabaseHosting.ConnectionName)!), server: null);
        var server = await EmbeddedPostgres.JoinOrStartAsync(DatabaseHosting.EmbeddedOptions(configuration), cancel);
        return new(NpgsqlDataSource.Create(server.ConnectionString), server);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
