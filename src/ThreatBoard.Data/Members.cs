using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data;

/// <summary>Who belongs to a workspace, and as what. A workspace keeps an owner who can sign in, whatever is asked at once.</summary>
public sealed class Members(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Owners first, then by name.</summary>
    public async Task<IReadOnlyList<Member>> ListAsync(WorkspaceAccess workspace, CancellationToken cancel)
    {
        workspace.Require(Right.Read);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var members = await (
            from member in db.Memberships
            join person in db.People on member.PersonId equals person.Id
            where member.WorkspaceId == workspace.WorkspaceId
            select new Member(person.Id, person.Name, member.Role, person.DisabledAt != null,
                db.Sessions.Where(session => session.PersonId == person.Id).Max(session => (DateTimeOffset?)session.SeenAt))).ToListAsync(cancel);
        return [.. members.OrderByDescending(member => member.Role).ThenBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(member => member.Person)];
    }

    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> ChangeRoleAsync(WorkspaceAccess workspace, Guid person, Role role, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        return ChangeAsync(workspace, person, role, cancel);
    }

    /// <summary>Ends somebody's membership; anybody may end their own.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public Task<string?> RemoveAsync(WorkspaceAccess workspace, Guid person, CancellationToken cancel)
    {
        workspace.Require(person == workspace.Person.Id ? Right.Read : Right.Administer);
        return ChangeAsync(workspace, person, wanted: null, cancel);
    }

    private async Task<string?> ChangeAsync(WorkspaceAccess workspace, Guid person, Role? wanted, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await LockAsync(db, workspace.WorkspaceId, cancel);
        var members = db.Memberships.Where(member => member.WorkspaceId == workspace.WorkspaceId);
        if (await members.SingleOrDefaultAsync(member => member.PersonId == person, cancel) is not { } now) return "This person is no member any more.";
        // Whoever was an owner when the page was drawn may be none now.
        if (person != workspace.Person.Id && !await AnyAbleOwnerAsync(db, members.Where(member => member.PersonId == workspace.Person.Id), cancel))
            return "You are no owner of this workspace any more.";
        if (now.Role == wanted) return null;
        if (now.Role is Role.Owner && !await AnyAbleOwnerAsync(db, members.Where(member => member.PersonId != person), cancel))
            return "A workspace needs an owner: make somebody else an owner first.";
        var (kind, detail) = await WriteAsync(db, members, now, wanted, cancel);
        await SecurityAudit.AppendAsync(db, AuditEvent.By(workspace, kind, detail), clock, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static async Task<(string Kind, (string Key, string Text)[] Detail)> WriteAsync(
        ThreatBoardDb db, IQueryable<Membership> members, Membership now, Role? wanted, CancellationToken cancel)
    {
        var own = members.Where(member => member.PersonId == now.PersonId);
        var name = await db.People.Where(person => person.Id == now.PersonId).Select(person => person.Name).SingleAsync(cancel);
        (string, string)[] whose = [("member", name), ("member-id", now.PersonId.ToString())];
        if (wanted is not { } role)
        {
            await own.ExecuteDeleteAsync(cancel);
            return (AuditKind.MemberRemoved, [.. whose, ("role", now.Role.ToString())]);
        }

        await own.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, role), cancel);
        return (AuditKind.RoleChanged, [.. whose, ("from", now.Role.ToString()), ("to", role.ToString())]);
    }

    /// <summary>One writer a workspace at a time, so that two owners cannot remove each other.</summary>
    internal static Task LockAsync(ThreatBoardDb db, Guid workspace, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM workspace WHERE id = {workspace} FOR UPDATE", cancel);

    private static Task<bool> AnyAbleOwnerAsync(ThreatBoardDb db, IQueryable<Membership> members, CancellationToken cancel) =>
        members.AnyAsync(member => member.Role == Role.Owner && db.People.Able().Any(person => person.Id == member.PersonId), cancel);
}
