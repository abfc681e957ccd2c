using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>The rooms that teams work in: made, listed, named and set up.</summary>
public sealed class Workspaces(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>How many workspaces one person may own.</summary>
    public const int MostOwned = 100;

    /// <summary>All workspaces that the caller belongs to, by name: those too that ask for a second factor which the session did not show.</summary>
    public async Task<IReadOnlyList<WorkspaceSummary>> ListAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var open = db.MembershipsOf(caller, now);
        return await (
            from member in db.Memberships
            join person in db.PersonOf(caller, now) on member.PersonId equals person.Id
            join room in db.Workspaces on member.WorkspaceId equals room.Id
            orderby room.Name, room.Id
            select new WorkspaceSummary(
                room.Id, room.Name, member.Role, !open.Any(mine => mine.WorkspaceId == room.Id), room.RequiresSecondFactor,
                db.Memberships.Count(other => other.WorkspaceId == room.Id),
                db.Models.Count(model => model.WorkspaceId == room.Id && model.ArchivedAt == null))).ToListAsync(cancel);
    }

    /// <summary>Makes a workspace of which the caller is the owner.</summary>
    /// <returns>Its id, or why there is none, as a sentence.</returns>
    public async Task<(Guid? Made, string? Problem)> CreateAsync(Caller caller, string name, CancellationToken cancel)
    {
        if (WorkspaceText.Name(name) is { } problem) return (null, problem);
        var now = clock.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.PersonOf(caller, now).SingleOrDefaultAsync(cancel) is not { } person) return (null, "You are not signed in any more.");
        if (await db.Memberships.CountAsync(member => member.PersonId == person.Id && member.Role == Role.Owner, cancel) >= MostOwned)
            return (null, $"You own {MostOwned} workspaces already: more are not made.");
        var workspace = new Workspace { Id = Guid.CreateVersion7(now), Name = name.Trim(), CreatedAt = now };
        db.Add(workspace);
        db.Add(new Membership { WorkspaceId = workspace.Id, PersonId = person.Id, Role = Role.Owner });
        await db.SaveChangesAsync(cancel);
        await SecurityAudit.AppendAsync(
            db, new(AuditKind.WorkspaceMade, person.Id, workspace.Id) { Session = caller.Session, Detail = AuditEvent.Written([("name", workspace.Name)]) }, clock, cancel);
        await transaction.CommitAsync(cancel);
        return (workspace.Id, null);
    }

    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public async Task<string?> RenameAsync(WorkspaceAccess workspace, string name, CancellationToken cancel)
    {
        if (WorkspaceText.Name(name) is { } problem) return problem;
        return await SetAsync(workspace, "name", was => was.Name, name.Trim(), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.Name, name.Trim()), cancel), cancel);
    }

    /// <summary>From now on, its models open only to sessions that were begun with a second factor, or to all of its members' again.</summary>
    /// <returns>Null when it is done, else why not, as a sentence.</returns>
    public async Task<string?> RequireSecondFactorAsync(WorkspaceAccess workspace, bool required, CancellationToken cancel)
    {
        if (required && await IsByLinkAloneAsync(workspace, cancel)) return "You signed in by a link of the console, which knows no second factor: nobody could open the workspace any more.";
        return await SetAsync(workspace, "requires-second-factor", was => was.RequiresSecondFactor ? "yes" : "no", required ? "yes" : "no",
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(room => room.RequiresSecondFactor, required), cancel), cancel);
    }

    private async Task<bool> IsByLinkAloneAsync(WorkspaceAccess workspace, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Sessions.AnyAsync(session => session.Id == workspace.Session && session.Method == SignInMethod.Link && !session.SecondFactor, cancel);
    }

    private Task<string?> SetAsync(
        WorkspaceAccess workspace, string setting, Func<Workspace, string> was, string value, Func<IQueryable<Workspace>, Task<int>> write, CancellationToken cancel) =>
        WorkspaceSetting.SetAsync(databases, clock, workspace, setting, was, value, write, cancel);
}
