using System.Diagnostics;
using Npgsql;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Setup.Tests.Embedded;

/// <summary>What a killed process, an older version or a stranger leaves in a data folder.</summary>
public sealed class LeftBehindTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new TemporaryFolder().Open();

    private EmbeddedPostgresOptions Options => new() { DataFolder = _folder["data"], Durable = false };

    private DataFolder Data => new(Options.DataFolder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_whose_web_process_was_killed_is_ended_and_started_anew()
    {
        await MadeAndStoppedAsync();
        var orphan = await StartOrphanAsync();

        await using var server = await EmbeddedPostgres.StartAsync(Options, Cancel);

        Assert.NotEqual(orphan, server.ProcessId);
        Assert.DoesNotContain(orphan, ServerProcesses.In(Data.Cluster));
        Assert.Equal(1, await OneAsync(server));
    }

    [Fact]
    public async Task The_number_of_a_dead_server_may_by_now_belong_to_a_stranger()
    {
        await MadeAndStoppedAsync();
        using var stranger = Process.Start(AsServer("sleep", "120"))!;
        await File.WriteAllTextAsync(PostmasterFile.PathIn(Data.Cluster), $"{stranger.Id}\n{Data.Cluster}\n1\n5432\n\n127.0.0.1\n0 0\nready\n", Cancel);

        await using (var server = await EmbeddedPostgres.StartAsync(Options, Cancel))
            Assert.Equal(1, await OneAsync(server));

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task Busy_backends_of_a_killed_server_are_waited_for()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Options, Cancel);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var sleeping = source.CreateCommand("select pg_sleep(60)");
        var busy = sleeping.ExecuteNonQueryAsync(Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = server.KeepRunningAsync(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, stop.Token);
        var killed = server.ProcessId;

        Process.GetProcessById(killed).Kill();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
        await Eventually.IsTrueAsync(() => server.ProcessId != killed);
        Assert.Equal(1, await OneAsync(server));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_again()
    {
        Directory.CreateDirectory(Path.Combine(_folder["data"], "cluster.partial", "base"));
        await File.WriteAllTextAsync(Path.Combine(_folder["data"], "cluster.partial", "PG_VERSION"), "18", Cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder["data"], "initdb.password"), "old", Cancel);

        await using var server = await EmbeddedPostgres.StartAsync(Options, Cancel);

        Assert.Equal(1, await OneAsync(server));
        Assert.False(Directory.Exists(Data.Cluster + ".partial"));
        Assert.False(File.Exists(Path.Combine(_folder["data"], "initdb.password")));
    }

    [Fact]
    public async Task A_folder_of_another_major_version_is_refused_with_what_to_do()
    {
        Directory.CreateDirectory(Data.Cluster);
        await File.WriteAllTextAsync(Path.Combine(Data.Cluster, "PG_VERSION"), "13\n", Cancel);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Options, Cancel));

        Assert.Contains("was made by PostgreSQL 13", refused.Message);
        Assert.Contains("/usr/lib/postgresql/13/bin scripts/backup FILE", refused.Message);
        Assert.Contains("scripts/restore FILE", refused.Message);
    }

    [Fact]
    public async Task A_lost_password_is_named_with_what_to_do()
    {
        await MadeAndStoppedAsync();
        File.Delete(Data.PasswordFile);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Options, Cancel));

        Assert.Contains(Data.PasswordFile, refused.Message);
        Assert.Empty(ServerProcesses.In(Data.Cluster));
    }

    private async Task MadeAndStoppedAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(Options, Cancel);
        await server.StopAsync(Cancel);
    }

    // As the killed web process would have left it: running, and nobody holds the folder.
    private async Task<int> StartOrphanAsync()
    {
        var binaries = await (await PostgresBinaries.FindAsync(Options, Cancel)).ReachableByAsync(ServerIdentity.For(Options), Data.Copies, Cancel);
        var start = AsServer(binaries.Program("pg_ctl"), "start", "-w", "-s", "-D", Data.Cluster, "-l", Data.Log);
        start.WorkingDirectory = _folder["data"];
        await ExternalProgram.RunAsync(start, Cancel).OrThrowAsync();
        return PostmasterFile.Read(Data.Cluster)!.ProcessId;
    }

    private ProcessStartInfo AsServer(string program, params string[] arguments) =>
        ServerIdentity.For(Options)?.Wrap(program, arguments) ?? new ProcessStartInfo(program, arguments);

    private static async Task<object?> OneAsync(EmbeddedPostgres server)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("select 1");
        return await command.ExecuteScalarAsync(Cancel);
    }
}
