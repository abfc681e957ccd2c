using Npgsql;

namespace ThreatBoard.Data.Hosting;

/// <summary>Whether the application's own login could rewrite history if somebody got hold of it.</summary>
internal static class RoleSeparation
{
    // An owner may drop the triggers, and a superuser anything; the login counts, not the role that it has put on.
    private const string Question = """
        SELECT NOT (r.rolsuper OR pg_has_role(r.oid, c.relowner, 'MEMBER'))
        FROM pg_class c, pg_roles r
        WHERE c.oid = 'journal_entry'::regclass AND r.rolname = session_user
        """;

    public static async Task<bool> IsThereAsync(NpgsqlDataSource application, CancellationToken cancel)
    {
        await using var command = application.CreateCommand(Question);
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
