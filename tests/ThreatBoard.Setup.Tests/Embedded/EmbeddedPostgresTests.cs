using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Setup.Tests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new TemporaryFolder().Open();

    private EmbeddedPostgresOptions Options => new() { DataFolder = _folder["data"], Durable = false };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_are_found_again_at_the_second_start()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(Options, Cancel))
            await ExecuteAsync(first, "create table kept (id int); insert into kept values (7)");

        await using var second = await EmbeddedPostgres.StartAsync(Options, Cancel);

        Assert.Equal(7, await ScalarAsync(second, "select id from kept"));
        Assert.Equal("UTF8", await ScalarAsync(second, "show server_encoding"));
    }

    [Fact]
    public async Task A_stopped_server_leaves_no_process_and_no_pid_file()
    {
        var server = await EmbeddedPostgres.StartAsync(Options, Cancel);
        var cluster = new DataFolder(_folder["data"]).Cluster;
        Assert.NotEmpty(ServerProcesses.In(cluster));

        await server.StopAsync(Cancel);

        Assert.Empty(ServerProcesses.In(cluster));
        Assert.False(File.Exists(PostmasterFile.PathIn(cluster)));
    }

    [Fact]
    public async Task A_second_start_in_the_same_folder_is_refused()
    {
        await using var first = await EmbeddedPostgres.StartAsync(Options, Cancel);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Options, Cancel));

        Assert.Contains($"(process {Environment.ProcessId}) uses the data folder", refused.Message);
        Assert.Contains("scripts/run --link", refused.Message);
    }

    [Fact]
    public async Task Another_process_of_the_same_folder_joins_and_does_not_stop_what_it_joined()
    {
        await using var first = await EmbeddedPostgres.StartAsync(Options, Cancel);

        await using (var joined = await EmbeddedPostgres.JoinOrStartAsync(Options, Cancel))
            Assert.Equal(first.Port, joined.Port);

        Assert.Equal(1, await ScalarAsync(first, "select 1"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_on_its_port()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Options, Cancel);
        var (port, first) = (server.Port, server.ProcessId);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = server.KeepRunningAsync(NullLogger.Instance, stop.Token);

        Process.GetProcessById(first).Kill();

        await Eventually.IsTrueAsync(() => server.ProcessId != first);
        Assert.Equal(port, server.Port);
        Assert.Equal(1, await ScalarAsync(server, "select 1"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task Strangers_need_the_password_and_only_the_owner_can_read_it()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Options, Cancel);
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "postgres" }.ConnectionString;

        await using var source = NpgsqlDataSource.Create(guess);
        await Assert.ThrowsAsync<PostgresException>(async () => await source.OpenConnectionAsync(Cancel));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(new DataFolder(_folder["data"]).PasswordFile));
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
