using Microsoft.Extensions.Logging;
using Npgsql;

namespace ThreatBoard.Data.Embedded;

/// <summary>A PostgreSQL of our own in a data folder: started or found running, kept running, stopped cleanly.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly ServerProcess? _process;
    private readonly DataFolderLock? _lock;
    private readonly string _database;
    private readonly string _password;
    private PostmasterFile _server;
    private bool _stopped;

    private EmbeddedPostgres(DataFolder folder, string database, string password, PostmasterFile server, ServerProcess? process, DataFolderLock? held) =>
        (_folder, _database, _password, _server, _process, _lock) = (folder, database, password, server, process, held);

    /// <summary>The superuser's connection string to the options' database.</summary>
    public string ConnectionString => ConnectionStringTo(_database);

    public int Port => _server.Port;

    public int ProcessId => _server.ProcessId;

    /// <summary>Makes the cluster when there is none, ends a server that a killed process left, starts, and makes the database.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot start; the message names the command that mends it.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var identity = ServerIdentity.For(options);
        var folder = new DataFolder(options.DataFolder);
        folder.Make(identity);
        var held = folder.Lock();
        try
        {
            return await StartAsync(options, folder, identity, held, cancel);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Joins the server that another process runs in this folder, else starts one; disposing ends only what was started here.</summary>
    public static async Task<EmbeddedPostgres> JoinOrStartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var folder = new DataFolder(options.DataFolder);
        using (var free = Directory.Exists(folder.Root) ? DataFolderLock.TryTake(folder.Root) : null)
            if (free is null && PostmasterFile.Read(folder.Cluster) is { } server && ServerProcesses.IsAlive(server.ProcessId, folder.Cluster))
                return new(folder, options.Database, folder.ReadPassword(), server, process: null, held: null);
        return await StartAsync(options, cancel);
    }

    /// <summary>The superuser's connection string to any database of this server.</summary>
    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = NewCluster.Superuser,
        Password = _password,
        Database = database,
    }.ConnectionString;

    /// <summary>Starts the server again, on the same port, whenever it ends by itself; returns when cancelled.</summary>
    public async Task KeepRunningAsync(ILogger log, CancellationToken cancel)
    {
        if (_process is null)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await timer.WaitForNextTickAsync(cancel))
        {
            if (ServerProcesses.IsAlive(_server.ProcessId, _folder.Cluster))
                continue;
            log.LogError("PostgreSQL (process {Process}) ended by itself; starting it again. Its log: {Log}", _server.ProcessId, _folder.Log);
            _server = await _process.StartAsync(Port, cancel);
        }
    }

    public async Task StopAsync(CancellationToken cancel = default)
    {
        if (_process is null || _stopped)
            return;
        await _process.StopAsync(cancel);
        _stopped = true;
        _lock?.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, DataFolder folder, ServerIdentity? identity, DataFolderLock held, CancellationToken cancel)
    {
        await folder.RequireEntryAsync(identity, cancel);
        var binaries = await (await PostgresBinaries.FindAsync(options, cancel)).ReachableByAsync(identity, folder.Copies, cancel);
        if (!folder.HasCluster)
            await NewCluster.MakeAsync(binaries, folder, identity, options.Durable, cancel);
        folder.RequireVersion(binaries);
        var password = folder.ReadPassword();
        await PrepareLogAsync(folder, identity, cancel);
        var process = new ServerProcess(binaries, folder, identity, options);
        var started = new EmbeddedPostgres(folder, options.Database, password, await process.StartAsync(port: null, cancel), process, held);
        try
        {
            await started.EnsureDatabaseAsync(options.Database, cancel);
            return started;
        }
        catch
        {
            await started.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task EnsureDatabaseAsync(string name, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionStringTo("postgres"));
        await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = name });
        if (await exists.ExecuteScalarAsync(cancel) is not null)
            return;
        await using var create = source.CreateCommand($"create database {new NpgsqlCommandBuilder().QuoteIdentifier(name)}");
        await create.ExecuteNonQueryAsync(cancel);
    }

    // The server's identity may write this file and no other in the folder; the log of the start before is kept.
    private static async Task PrepareLogAsync(DataFolder folder, ServerIdentity? identity, CancellationToken cancel)
    {
        if (File.Exists(folder.Log))
            File.Move(folder.Log, folder.Log + ".1", overwrite: true);
        PrivateFile.Write(folder.Log, "");
        if (identity is not null)
            await identity.OwnAsync(folder.Log, cancel);
    }
}
