using System.Globalization;
using ThreatBoard.Data.Backup;

namespace ThreatBoard.Web.Commands;

/// <summary>Writes the whole database into one file, whether ThreatBoard runs or not.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(string file, IConfiguration configuration, CancellationToken cancel)
    {
        await using var database = await OwnedDatabase.OpenAsync(configuration, cancel);
        var manifest = await new DatabaseBackup(database.Source, TimeProvider.System).WriteAsync(file, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {manifest.Rows} rows of {manifest.Tables.Count} tables, at migration {manifest.LastMigration}"));
        return 0;
    }
}
