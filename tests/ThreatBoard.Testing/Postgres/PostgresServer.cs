using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Testing.Postgres;

/// <summary>A real PostgreSQL for tests: the one of <c>THREATBOARD_TEST_CONNECTION</c>, else an embedded one in a temporary folder; each test class clones a migrated template.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;
    private readonly string? _folder;
    private readonly string _administrator;
    private readonly string _template;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly List<string> _databases = [];

    private PostgresServer(string administrator, EmbeddedPostgres? embedded, string? folder) =>
        (_administrator, _embedded, _folder, _template) = (administrator, embedded, folder, $"threatboard_template_{Environment.ProcessId}");

    public static async Task<PostgresServer> StartAsync(CancellationToken cancel)
    {
        var server = Environment.GetEnvironmentVariable("THREATBOARD_TEST_CONNECTION") is { Length: > 0 } given ? new(given, embedded: null, folder: null) : await EmbeddedAsync(cancel);
        await server.ExecuteAsync($"CREATE DATABASE {server._template}", cancel);
        server._databases.Add(server._template);
        await new Database(server.ConnectionStringTo(server._template), TimeProvider.System).MigrateAsync(cancel);
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    /// <summary>The owner's connection string to a new database with the current schema, one workspace and one person.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancel) => CreateAsync(_template, cancel);

    /// <summary>The owner's connection string to a new database that has no schema yet.</summary>
    public Task<string> CreateEmptyDatabaseAsync(CancellationToken cancel) => CreateAsync("template1", cancel);

    private async Task<string> CreateAsync(string template, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            var name = $"threatboard_test_{Environment.ProcessId}_{_databases.Count}";
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}", cancel);
            _databases.Add(name);
            return ConnectionStringTo(name);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_embedded is null)
        {
            foreach (var database in _databases) await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", CancellationToken.None);
        }
        else
        {
            await _embedded.DisposeAsync();
            Directory.Delete(_folder!, recursive: true);
        }

        _oneAtATime.Dispose();
    }

    private static async Task<PostgresServer> EmbeddedAsync(CancellationToken cancel)
    {
        // Short, since a socket's path holds 107 bytes at most; and open to the identity that PostgreSQL runs as when we are root.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"tb-{Environment.ProcessId}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"[..24])).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var embedded = await EmbeddedPostgres.StartAsync(new() { DataFolder = Path.Combine(folder, "data"), Durable = false, MaxConnections = 200 }, cancel);
        return new(embedded.ConnectionStringTo("postgres"), embedded, folder);
    }

    private string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder(_administrator) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(_administrator);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
