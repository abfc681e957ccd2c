using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>Who has an account here, for those who look after the installation. It keeps an administrator who can sign in, whatever is asked at once.</summary>
public sealed class InstallationPeople(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Held while administrators are counted and changed.</summary>
    private const long AdministratorsLock = 0x7468_7265_6174_6164;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<PersonSummary>> ListAsync(InstallationAccess installation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(installation);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var alive = db.Sessions.Alive(clock.GetUtcNow());
        var owners = db.Memberships.Where(member => member.Role == Role.Owner && db.People.Able().Any(person => person.Id == member.PersonId));
        var people = await db.People.Select(person => new PersonSummary(
            person.Id, person.Name, person.IsAdministrator, person.DisabledAt, person.CreatedAt,
            db.Sessions.Where(session => session.PersonId == person.Id).Max(session => (DateTimeOffset?)session.SeenAt),
            alive.Count(session => session.PersonId == person.Id),
            db.Memberships.Count(member => member.PersonId == person.Id),
            db.Workspaces.Where(room => owners.Any(owner => owner.WorkspaceId == room.Id && owner.PersonId == person.Id)
                && !owners.Any(owner => owner.WorkspaceId == room.Id && owner.PersonId != person.Id)).OrderBy(room => room.Name).Select(room => room.Name).ToList())).ToListAsync(cancel);
        return [.. people.OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(person => person.Id)];
    }

    /// <summary>Nobody can sign in as this person any more, and who is signed in is so no longer.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> DisableAsync(InstallationAccess installation, Guid person, CancellationToken cancel) =>
        ChangeAsync(installation, person, AuditKind.AccountDisabled, async (db, before) =>
        {
            if (before.DisabledAt is not null) return "This person is disabled already.";
            if (before.IsAdministrator && !await AnotherAdministratorAsync(db, person, cancel)) return "An installation needs an administrator: make somebody else one first.";
            DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
            await Row(db, person).ExecuteUpdateAsync(set => set.SetProperty(row => row.DisabledAt, now), cancel);
            await EndAsync(db, person, cancel);
            return null;
        }, cancel);

    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> EnableAsync(InstallationAccess installation, Guid person, CancellationToken cancel) =>
        ChangeAsync(installation, person, AuditKind.AccountEnabled, async (db, before) =>
        {
            if (before.DisabledAt is null) return "This person is not disabled.";
            await Row(db, person).ExecuteUpdateAsync(set => set.SetProperty(row => row.DisabledAt, (DateTimeOffset?)null), cancel);
            return null;
        }, cancel);

    /// <summary>Signs somebody out everywhere.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> EndSessionsAsync(InstallationAccess installation, Guid person, CancellationToken cancel) =>
        ChangeAsync(installation, person, AuditKind.SessionsEnded, async (db, _) =>
        {
            await EndAsync(db, person, cancel);
            return null;
        }, cancel);

    /// <summary>Makes somebody an administrator of the installation, or no longer one.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> MakeAdministratorAsync(InstallationAccess installation, Guid person, bool administrator, CancellationToken cancel) =>
        ChangeAsync(installation, person, AuditKind.AdministratorChanged, async (db, before) =>
        {
            if (before.IsAdministrator == administrator) return administrator ? "This person is an administrator already." : "This person is no administrator.";
            if (!administrator && !await AnotherAdministratorAsync(db, person, cancel)) return "An installation needs an administrator: make somebody else one first.";
            await Row(db, person).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsAdministrator, administrator), cancel);
            return null;
        }, cancel);

    private static IQueryable<Person> Row(ThreatBoardDb db, Guid person) => db.People.Where(row => row.Id == person);

    private static Task<bool> AnotherAdministratorAsync(ThreatBoardDb db, Guid person, CancellationToken cancel) =>
        db.People.Able().AnyAsync(other => other.IsAdministrator && other.Id != person, cancel);

    private async Task EndAsync(ThreatBoardDb db, Guid person, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await db.Sessions.Where(session => session.PersonId == person && session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancel);
    }

    private async Task<string?> ChangeAsync(InstallationAccess installation, Guid person, string kind, Func<ThreatBoardDb, Person, Task<string?>> change, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdministratorsLock})", cancel);
        // Whoever was an administrator when the page was drawn may be none now.
        if (!await Row(db, installation.Person.Id).Able().AnyAsync(row => row.IsAdministrator, cancel)) return "You are no administrator any more.";
        if (await Row(db, person).SingleOrDefaultAsync(cancel) is not { } before) return "There is no such person.";
        if (await change(db, before) is { } problem) return problem;
        var after = await Row(db, person).SingleAsync(cancel);
        await SecurityAudit.AppendAsync(
            db, AuditEvent.By(installation, kind, ("who", before.Name), ("who-id", person.ToString()), ("administrator", after.IsAdministrator ? "yes" : "no")), clock, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
