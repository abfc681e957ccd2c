using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Data.Backup;

/// <summary>Refuses a database that a later version of ThreatBoard has migrated further than this version knows.</summary>
public static class SchemaVersion
{
    /// <exception cref="BackupException">The database has migrations that this version does not know.</exception>
    public static async Task RequireKnownAsync(DatabaseFacade database, CancellationToken cancel)
    {
        var known = database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var unknown = (await database.GetAppliedMigrationsAsync(cancel)).Where(applied => !known.Contains(applied)).ToList();
        if (unknown.Count > 0)
            throw new BackupException(
                $"A later version of ThreatBoard has used this database: it has the migration {unknown[^1]}, which this version does not know. " +
                "Start that version again, or restore a backup of this version into a new database with scripts/restore.");
    }

    /// <summary>Migrates a database without tables as far as the backup's was; leaves one with tables as it is.</summary>
    /// <exception cref="BackupException">The backup stands at a migration that this version does not know.</exception>
    public static async Task PrepareForAsync(BackupManifest manifest, DatabaseFacade database, CancellationToken cancel)
    {
        if (!database.GetMigrations().Contains(manifest.LastMigration, StringComparer.Ordinal))
            throw new BackupException(
                $"The backup stands at migration {manifest.LastMigration}, which this version does not know: a later version made it. Restore it with that version, or a later one.");
        if (!(await database.GetAppliedMigrationsAsync(cancel)).Any())
            await database.GetService<IMigrator>().MigrateAsync(manifest.LastMigration, cancel);
    }
}
