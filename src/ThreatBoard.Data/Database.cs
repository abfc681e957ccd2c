using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Mapping;

namespace ThreatBoard.Data;

/// <summary>The database as its owner sees it: migrated before anything else uses it.</summary>
public sealed class Database(string ownerConnectionString, TimeProvider clock)
{
    /// <summary>Held while migrating and making what every database has, so that several processes may start at once.</summary>
    private const long StartLock = 0x7468_7265_6174_6264;

    /// <summary>The one person of local mode.</summary>
    public static Guid LocalPerson { get; } = new("00000000-0000-7000-8000-000000000001");

    internal static Guid FirstWorkspace { get; } = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Brings the schema up to date; makes a new database into an installation of the kind, and a local one's workspace and person.</summary>
    /// <param name="once">What else only one process may do at a time, such as making the first key of Data Protection.</param>
    /// <param name="kind">What the database is to be if it is new, and what it must be if it is not.</param>
    /// <exception cref="BackupException">A later version of ThreatBoard has used this database.</exception>
    /// <exception cref="WrongInstallationException">The database is an installation of the other kind.</exception>
    public Task MigrateAsync(CancellationToken cancel, Action? once = null, InstallationKind kind = InstallationKind.Local) => WhileLockedAsync(
        async db =>
        {
            await SettleAsync(db, kind, cancel);
            once?.Invoke();
        },
        cancel);

    /// <summary>Makes sure that somebody else has migrated the database, as the verb migrate does; changes no schema, and needs no owner.</summary>
    /// <inheritdoc cref="MigrateAsync" path="/param" />
    /// <exception cref="BackupException">A later version of ThreatBoard has used this database.</exception>
    /// <exception cref="WrongInstallationException">The database is behind this version, or an installation of the other kind.</exception>
    public Task RequireMigratedAsync(CancellationToken cancel, Action? once = null, InstallationKind kind = InstallationKind.Local) => WhileLockedAsync(
        async db =>
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) throw WrongInstallationException.Behind();
            if (await db.Installations.Select(found => found.Kind).SingleAsync(cancel) is var found && found != kind) throw WrongInstallationException.For(found);
            once?.Invoke();
        },
        cancel,
        migrates: false);

    /// <summary>Turns a local installation into a server: all data stays, every session ends, and a set-up link makes the local person its first owner.</summary>
    /// <returns>False where it is a server already.</returns>
    public async Task<bool> TurnIntoServerAsync(CancellationToken cancel)
    {
        var turned = false;
        await WhileLockedAsync(async db => turned = await TurnAsync(db, cancel), cancel);
        return turned;
    }

    private async Task WhileLockedAsync(Func<ThreatBoardDb, Task> work, CancellationToken cancel, bool migrates = true)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var locked = await source.OpenConnectionAsync(cancel);
        await ExecuteAsync(locked, $"SELECT pg_advisory_lock({StartLock})", cancel);
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(source);
        await using var db = new ThreatBoardDb(options.Options);
        await SchemaVersion.RequireKnownAsync(db.Database, cancel);
        if (migrates) await db.Database.MigrateAsync(cancel);
        await work(db);
        await ExecuteAsync(locked, $"SELECT pg_advisory_unlock({StartLock})", cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task SettleAsync(ThreatBoardDb db, InstallationKind kind, CancellationToken cancel)
    {
        if (await db.Installations.SingleOrDefaultAsync(cancel) is { } found)
        {
            if (found.Kind != kind) throw WrongInstallationException.For(found.Kind);
            return;
        }

        var now = clock.GetUtcNow();
        db.Add(new Installation { Kind = kind, MadeAt = now });
        if (kind is InstallationKind.Local)
        {
            db.Add(new Workspace { Id = FirstWorkspace, Name = "Workspace", CreatedAt = now });
            db.Add(new Person { Id = LocalPerson, Name = "You", CreatedAt = now, IsAdministrator = true });
            db.Add(new Membership { WorkspaceId = FirstWorkspace, PersonId = LocalPerson, Role = Role.Owner });
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> TurnAsync(ThreatBoardDb db, CancellationToken cancel)
    {
        if (await db.Installations.AnyAsync(i => i.Kind == InstallationKind.Server, cancel)) return false;
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // A database without rows becomes what it is asked to be.
        await SettleAsync(db, InstallationKind.Local, cancel);
        await db.Installations.ExecuteUpdateAsync(set => set.SetProperty(i => i.Kind, InstallationKind.Server), cancel);
        await db.Sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
        await SecurityAudit.AppendAsync(db, new(AuditKind.InstallationTurned, LocalPerson), clock, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
