using System.Diagnostics;

namespace ThreatBoard.Data.Embedded;

/// <summary>Makes a cluster with initdb in a folder of its own, which gets its real name only when it is whole.</summary>
internal static class NewCluster
{
    public const string Superuser = "postgres";

    public static async Task MakeAsync(PostgresBinaries binaries, DataFolder folder, ServerIdentity? identity, bool durable, CancellationToken cancel)
    {
        folder.RequireSpace();
        var partial = folder.Cluster + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        var password = Path.Combine(folder.Root, "initdb.password");
        PrivateFile.Write(password, folder.RenewPassword());
        if (identity is not null)
        {
            await identity.OwnAsync(partial, cancel);
            await identity.OwnAsync(password, cancel);
        }

        await InitdbAsync(binaries, identity, [.. Arguments(partial, password), .. durable ? Array.Empty<string>() : ["--no-sync"]], folder.Root, cancel);
        File.Delete(password);
        File.AppendAllText(Path.Combine(partial, "postgresql.conf"), $"\ninclude_if_exists = '{ServerSettings.FileName}'\n");
        Directory.Move(partial, folder.Cluster);
    }

    // ICU's root collation sorts as people expect, and does so whatever locales the machine has.
    private static string[] Arguments(string cluster, string password) =>
    [
        "-D", cluster, "-U", Superuser, $"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8",
        "--locale=C", "--locale-provider=icu", "--icu-locale=und",
    ];

    private static Task<ProgramResult> InitdbAsync(PostgresBinaries binaries, ServerIdentity? identity, string[] arguments, string folder, CancellationToken cancel)
    {
        var command = identity?.Wrap(binaries.Program("initdb"), arguments) ?? new ProcessStartInfo(binaries.Program("initdb"), arguments);
        command.WorkingDirectory = folder;
        return ExternalProgram.RunAsync(command, cancel).OrThrowAsync();
    }
}
