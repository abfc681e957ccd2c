using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Accounts;

/// <summary>That a person looks after the installation: its people and its whole security audit; made by <see cref="Access"/> once an operation.</summary>
public sealed class InstallationAccess
{
    private InstallationAccess(Person person, Guid? session) => (Person, Session) = (person, session);

    public Person Person { get; }

    internal Guid? Session { get; }

    /// <summary>Null where the caller does not stand any more or is no administrator.</summary>
    internal static async Task<InstallationAccess?> FindAsync(ThreatBoardDb db, Caller caller, DateTimeOffset now, CancellationToken cancel) =>
        await db.PersonOf(caller, now).SingleOrDefaultAsync(person => person.IsAdministrator, cancel) is { } person ? new(person, caller.Session) : null;
}
