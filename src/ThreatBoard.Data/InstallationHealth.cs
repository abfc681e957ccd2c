using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data;

/// <summary>How the installation is; details are for administrators only.</summary>
public sealed class InstallationHealth(NpgsqlDataSource database, IDbContextFactory<ThreatBoardDb> databases)
{
    private static readonly string[] s_on = ["fsync", "full_page_writes", "synchronous_commit"];

    public async Task<HealthReport> ReadAsync(InstallationAccess installation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(installation);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return new(
            await db.Installations.SingleAsync(cancel),
            await db.Database.SqlQuery<string>($"SELECT current_setting('server_version') AS \"Value\"").SingleAsync(cancel),
            applied.Count,
            applied[^1],
            (await db.Database.GetPendingMigrationsAsync(cancel)).Count(),
            await AreRolesSeparatedAsync(cancel),
            await db.Database.SqlQuery<string>($"SELECT name || ' = ' || setting AS \"Value\" FROM pg_settings WHERE name = ANY({s_on}) AND setting = 'off' ORDER BY name").ToListAsync(cancel),
            await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancel));
    }

    /// <summary>Whether the application's own login can neither alter the schema nor history; asked at the start.</summary>
    public Task<bool> AreRolesSeparatedAsync(CancellationToken cancel) => RoleSeparation.IsThereAsync(database, cancel);
}
