using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Mapping;

namespace ThreatBoard.Web.Commands;

/// <summary>Fills an empty database from a backup: migrates as far as the backup's was, restores, and migrates on to today.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string file, IConfiguration configuration, CancellationToken cancel)
    {
        BackupManifest manifest;
        using (var archive = await BackupArchive.OpenAsync(file, cancel))
            manifest = archive.Manifest;
        await using var database = await OwnedDatabase.OpenAsync(configuration, cancel);
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(database.Source);
        await using var db = new ThreatBoardDb(options.Options);
        await SchemaVersion.PrepareForAsync(manifest, db.Database, cancel);
        await new DatabaseRestore(database.Source).ReadAsync(file, cancel);
        await db.Database.MigrateAsync(cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Rows} rows of {manifest.Tables.Count} tables are back. Start with: scripts/run"));
        return 0;
    }
}
