using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>What an installation is, only the owner of the database decides; the application notes no more than that the first owner exists.</summary>
internal static class InstallationGuards
{
    public static void Raise(MigrationBuilder migration)
    {
        migration.Sql("""
            REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON installation FROM threatboard_app;
            GRANT UPDATE (settled_at) ON installation TO threatboard_app;
            """);
        // Whatever was used before there were servers is a local installation.
        migration.Sql("INSERT INTO installation (id, kind, made_at) SELECT 1, 'Local', min(created_at) FROM person HAVING count(*) > 0;");
    }
}
