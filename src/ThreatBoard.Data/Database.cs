using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Mapping;

namespace ThreatBoard.Data;

/// <summary>The database as its owner sees it: migrated before anything else uses it.</summary>
public sealed class Database(string ownerConnectionString, TimeProvider clock)
{
    /// <summary>Held while migrating and making what every database has, so that several processes may start at once.</summary>
    private const long StartLock = 0x7468_7265_6174_6264;

    /// <summary>The one person of local mode.</summary>
    public static Guid LocalPerson { get; } = new("00000000-0000-7000-8000-000000000001");

    private static Guid LocalWorkspace { get; } = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Brings the schema up to date and makes the first workspace and person.</summary>
    /// <param name="once">What else only one process may do at a time, such as making the first key of Data Protection.</param>
    /// <exception cref="BackupException">A later version of ThreatBoard has used this database.</exception>
    public async Task MigrateAsync(CancellationToken cancel, Action? once = null)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var locked = await source.OpenConnectionAsync(cancel);
        await ExecuteAsync(locked, $"SELECT pg_advisory_lock({StartLock})", cancel);
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(source);
        await using var db = new ThreatBoardDb(options.Options);
        await SchemaVersion.RequireKnownAsync(db.Database, cancel);
        await db.Database.MigrateAsync(cancel);
        await SettleAsync(db, cancel);
        once?.Invoke();
        await ExecuteAsync(locked, $"SELECT pg_advisory_unlock({StartLock})", cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task SettleAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        if (await db.People.AnyAsync(cancel)) return;
        var now = clock.GetUtcNow();
        db.Add(new Workspace { Id = LocalWorkspace, Name = "Workspace", CreatedAt = now });
        db.Add(new Person { Id = LocalPerson, Name = "You", CreatedAt = now, IsAdministrator = true });
        db.Add(new Membership { WorkspaceId = LocalWorkspace, PersonId = LocalPerson, Role = Role.Owner });
        await db.SaveChangesAsync(cancel);
    }
}
