using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>Inboxes begin with what happens from now on; nobody is told about what is long past.</summary>
internal static class InboxStart
{
    public static void Begin(MigrationBuilder migration) => migration.Sql("INSERT INTO inbox_cursor (model_id, number) SELECT id, sequence FROM model;");
}
