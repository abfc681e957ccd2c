using System.Diagnostics;
using System.Globalization;

namespace ThreatBoard.Data.Embedded;

/// <summary>The live processes of a cluster, told by their working folder: a number in a stale file may by now be somebody else's.</summary>
public static class ServerProcesses
{
    /// <summary>The postmaster and its backends; orphans of a killed postmaster as well.</summary>
    public static IReadOnlyList<int> In(string cluster)
    {
        if (!Directory.Exists("/proc/self"))
            return [.. FromFile(cluster)];
        return [.. Directory.EnumerateDirectories("/proc").Select(ProcessId).OfType<int>().Where(process => WorksIn(process, cluster))];
    }

    public static bool IsAlive(int process, string cluster) =>
        Directory.Exists("/proc/self") ? WorksIn(process, cluster) : FromFile(cluster).Contains(process);

    private static int? ProcessId(string folder) =>
        int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var process) ? process : null;

    private static bool WorksIn(int process, string cluster)
    {
        try
        {
            // A zombie has no working folder, and a foreign user's cannot be read: neither is a server of ours.
            return new FileInfo($"/proc/{process}/cwd").LinkTarget == cluster && ServerProgram(process);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A shell that somebody left standing in the folder is not the server.
    private static bool ServerProgram(int process) =>
        File.ReadAllText($"/proc/{process}/comm").StartsWith("postgres", StringComparison.Ordinal);

    // Without /proc (macOS, Windows) the file's number and the program's name have to do.
    private static IEnumerable<int> FromFile(string cluster)
    {
        if (PostmasterFile.Read(cluster) is not { } file)
            return [];
        return Process.GetProcessesByName("postgres").Select(found => found.Id).Where(found => found == file.ProcessId);
    }
}
