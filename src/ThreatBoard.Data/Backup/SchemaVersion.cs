using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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
}
