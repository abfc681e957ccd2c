using System.Globalization;

namespace ThreatBoard.Web.Commands;

/// <summary>Fills an empty database from a backup.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string file, IConfiguration configuration, CancellationToken cancel)
    {
        await using var database = await BackupCommand.OpenAsync(configuration, cancel);
        var manifest = await database.RestoreAsync(file, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Rows} rows of {manifest.Tables.Count} tables are back. Start with: scripts/run"));
        return 0;
    }
}
