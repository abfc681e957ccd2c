using System.Globalization;

namespace ThreatBoard.Data.Embedded;

/// <summary>What a server writes about itself into its cluster: process number and port. It outlives a killed server.</summary>
public sealed record PostmasterFile(int ProcessId, int Port)
{
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Null when there is none, or when it is not whole yet.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        if (!File.Exists(PathIn(cluster)))
            return null;
        var lines = File.ReadAllLines(PathIn(cluster));
        return lines.Length > 3
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? new(process, port)
            : null;
    }
}
