using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>Makes the names that owned work before there were accounts into owners that are names, and keeps the names of teams apart.</summary>
internal static class OwnerMoves
{
    /// <summary>To be called once the columns <c>owner_kind</c> (still empty), <c>owner_account</c> and <c>owner_name</c> (the old text) stand.</summary>
    public static void Settle(MigrationBuilder migration)
    {
        foreach (var table in new[] { "threat", "mitigation" })
        {
            // Rewritten by the type's change, not by an UPDATE, whose pending triggers would forbid what follows.
            migration.Sql($"""
                ALTER TABLE {table}
                  ALTER COLUMN owner_kind DROP DEFAULT,
                  ALTER COLUMN owner_kind TYPE text USING CASE WHEN owner_name = '' THEN 'None' ELSE 'Named' END;
                ALTER TABLE {table} ADD CONSTRAINT ck_{table}_owner
                  CHECK ((owner_kind IN ('Person', 'Team')) = (owner_account IS NOT NULL) AND (owner_kind = 'None') = (owner_name = ''));
                """);
        }

        migration.Sql("CREATE UNIQUE INDEX ux_team_name ON team (workspace_id, lower(name));");
    }
}
