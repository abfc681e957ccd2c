using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ThreatBoard.Data.Embedded;

/// <summary>Starts and stops the server of one cluster with pg_ctl, which also detaches it from the terminal's Ctrl+C.</summary>
internal sealed class ServerProcess(PostgresBinaries binaries, DataFolder folder, ServerIdentity? identity, EmbeddedPostgresOptions options)
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Starts on a free port of the loopback address, or on <paramref name="port"/> when one is asked for.</summary>
    public async Task<PostmasterFile> StartAsync(int? port, CancellationToken cancel)
    {
        await StopOrphansAsync(cancel);
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port ?? FreePort();
            ServerSettings.Write(folder.Cluster, chosen, options);
            var started = await PgCtlAsync(["start", "-w", "-t", "120", "-s", "-l", Path.GetFileName(folder.Log)], cancel);
            if (started.ExitCode == 0)
                return PostmasterFile.Read(folder.Cluster) ?? throw new EmbeddedPostgresException($"PostgreSQL started and went away at once. Its log: {folder.Log}");
            if (attempt == PortAttempts || IsFree(chosen))
                throw new EmbeddedPostgresException($"PostgreSQL did not start. {started.Output}\nThe end of its log, {folder.Log}:\n{EndOfLog()}");
        }
    }

    /// <summary>Disconnects everybody, writes a checkpoint and ends; waits until nothing of it is left.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (PostmasterFile.Read(folder.Cluster) is { } server && ServerProcesses.IsAlive(server.ProcessId, folder.Cluster))
            await PgCtlAsync(["stop", "-w", "-t", "60", "-s", "-m", "fast"], cancel).OrThrowAsync();
    }

    /// <summary>
    /// Called under the folder's lock, so whatever still runs here was left behind by a killed process. Once nothing runs any more
    /// the old postmaster.pid may go: its number could by now be a stranger's, for which PostgreSQL would refuse to start.
    /// </summary>
    private async Task StopOrphansAsync(CancellationToken cancel)
    {
        await StopAsync(cancel);
        // Backends whose postmaster was killed notice it by themselves and end.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (ServerProcesses.In(folder.Cluster) is [var left, ..])
        {
            if (patience.IsCancellationRequested)
                throw new EmbeddedPostgresException($"Process {left} still uses {folder.Cluster} and does not end. End it with: kill -QUIT {left}");
            await Task.Delay(Poll, cancel);
        }

        File.Delete(PostmasterFile.PathIn(folder.Cluster));
    }

    private Task<ProgramResult> PgCtlAsync(string[] arguments, CancellationToken cancel)
    {
        var command = identity?.Wrap(binaries.Program("pg_ctl"), arguments) ?? new ProcessStartInfo(binaries.Program("pg_ctl"), arguments);
        // pg_ctl hands its arguments to a shell: the folders go around it, by environment and working folder, whatever they are called.
        command.Environment["PGDATA"] = folder.Cluster;
        command.WorkingDirectory = folder.Root;
        return ExternalProgram.RunAsync(command, cancel);
    }

    private string EndOfLog() => File.Exists(folder.Log) ? string.Join('\n', File.ReadLines(folder.Log).TakeLast(8)) : "(no log)";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
