using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data;

/// <summary>The one place that decides who may do what; every operation asks it again, and so a role, a session or a person that ended ends at once.</summary>
public sealed class Access(IDbContextFactory<ThreatBoardDb> databases, Refusals refusals, TimeProvider clock)
{
    /// <summary>Null when the model is missing, belongs to a workspace of others, or the person's role does not give the right: nobody can tell which.</summary>
    /// <remarks>Ask for more than reading only to do it: what is refused then is told to the security audit.</remarks>
    public async Task<ModelAccess?> ForAsync(Caller caller, Guid model, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await ModelAccess.FindAsync(db, caller, model, right, clock.GetUtcNow(), cancel);
        if (found is null && right is not Right.Read) await refusals.OnModelAsync(caller, model, right, cancel);
        return found;
    }

    /// <summary>Null when the workspace is missing, belongs to others, or the person's role does not give the right.</summary>
    /// <remarks>Ask for more than reading only to do it: what is refused then is told to the security audit.</remarks>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Caller caller, Guid workspace, Right right, CancellationToken cancel)
    {
        var found = (await WorkspacesAsync(caller, right, cancel)).FirstOrDefault(open => open.WorkspaceId == workspace);
        if (found is null && right is not Right.Read) await refusals.OnWorkspaceAsync(caller, workspace, right, cancel);
        return found;
    }

    /// <summary>Null when the caller does not look after the installation.</summary>
    public async Task<InstallationAccess?> ForInstallationAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await InstallationAccess.FindAsync(db, caller, clock.GetUtcNow(), cancel);
    }

    /// <summary>The workspaces that are open to the caller with the right, by name.</summary>
    public async Task<IReadOnlyList<WorkspaceAccess>> WorkspacesAsync(Caller caller, Right right, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await WorkspaceAccess.AllAsync(db, caller, right, clock.GetUtcNow(), cancel);
    }

    /// <summary>The caller's workspaces that ask for a second factor which the session did not show, by name.</summary>
    public async Task<IReadOnlyList<string>> ShutWithoutSecondFactorAsync(Caller caller, CancellationToken cancel)
    {
        var (person, session, now) = (caller.Person, caller.Session, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await (
            from member in db.Memberships
            join room in db.Workspaces on member.WorkspaceId equals room.Id
            where member.PersonId == person && room.RequiresSecondFactor
                && db.Sessions.Alive(now).Any(s => s.Id == session && s.PersonId == person && !s.SecondFactor)
            orderby room.Name
            select room.Name).ToListAsync(cancel);
    }

    /// <summary>What each session's person is in which workspaces now, in one question for all circuits of a process; an ended session has nothing.</summary>
    public async Task<ILookup<Guid, (Guid Workspace, Role Role)>> StandingsAsync(IReadOnlyCollection<Guid> sessions, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from session in db.Sessions.Alive(clock.GetUtcNow())
            join person in db.People.Able() on session.PersonId equals person.Id
            join member in db.Memberships on person.Id equals member.PersonId
            join room in db.Workspaces on member.WorkspaceId equals room.Id
            where sessions.Contains(session.Id) && (session.SecondFactor || !room.RequiresSecondFactor)
            select new { session.Id, member.WorkspaceId, member.Role }).ToListAsync(cancel);
        return found.ToLookup(row => row.Id, row => (row.WorkspaceId, row.Role));
    }
}
