using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ThreatBoard.Data.Mapping;

/// <summary>How every context of this database is set up, whether it serves the application, migrates, or is made by the EF tool.</summary>
public static class DatabaseOptions
{
    /// <summary>The role of the application: it may neither alter nor remove journal, revisions and snapshots.</summary>
    public const string ApplicationRole = "threatboard_app";

    public const string MigrationsAssembly = "ThreatBoard.Migrations";

    public static DbContextOptionsBuilder UseThreatBoard(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options
            .UseNpgsql(source, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ReplaceService<IMigrationsSqlGenerator, DeferredForeignKeys>();

    /// <summary>The connection string with the application's role set on every connection.</summary>
    public static string ForApplication(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50 };
        builder.Options = $"{builder.Options} -c role={ApplicationRole}".Trim();
        return builder.ConnectionString;
    }
}
