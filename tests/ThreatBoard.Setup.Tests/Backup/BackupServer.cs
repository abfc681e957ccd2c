using Npgsql;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Setup.Tests.Backup;

/// <summary>One server for the backup tests, each of which makes its own databases.</summary>
public sealed class BackupServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().Open();
    private EmbeddedPostgres? _server;

    public async ValueTask InitializeAsync() =>
        _server = await EmbeddedPostgres.StartAsync(new() { DataFolder = _folder["data"], Durable = false });

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>With the password, which a data source does not tell.</summary>
    public string OwnerConnectionString(NpgsqlDataSource database) =>
        _server!.ConnectionStringTo(new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!);

    /// <summary>A new database after these statements.</summary>
    public async Task<NpgsqlDataSource> NewDatabaseAsync(params string[] statements)
    {
        var name = $"d{Guid.CreateVersion7():N}";
        await using (var server = NpgsqlDataSource.Create(_server!.ConnectionString))
        await using (var create = server.CreateCommand($"create database {name}"))
            await create.ExecuteNonQueryAsync();
        var database = NpgsqlDataSource.Create(_server.ConnectionStringTo(name));
        foreach (var statement in statements)
            await using (var command = database.CreateCommand(statement))
                await command.ExecuteNonQueryAsync();
        return database;
    }
}
