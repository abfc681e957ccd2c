using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Makes and changes the teams of a workspace, for those who look after it; each change is a line of the security audit.</summary>
/// <remarks>What is refused comes back as a sentence; a team or a person of elsewhere is refused like a missing one.</remarks>
public sealed class Teams(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Most teams of one workspace.</summary>
    public const int Most = 200;

    private const string NoTeam = "There is no such team (any more).";

    public Task<string?> CreateAsync(WorkspaceAccess workspace, string name, CancellationToken cancel)
    {
        var team = new Team { Id = Guid.CreateVersion7(clock.GetUtcNow().ToMicroseconds()), WorkspaceId = workspace.WorkspaceId, Name = name.Trim() };
        return ChangeAsync(workspace, "made", team.Id, person: null, team.Name, async db =>
        {
            if (Problem(team.Name) is { } problem) return problem;
            if (await db.Teams.CountAsync(t => t.WorkspaceId == team.WorkspaceId, cancel) >= Most) return $"There are {Most} teams already: remove one first.";
            db.Add(team);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }

    /// <summary>Work that the team owns shows the new name at once.</summary>
    public Task<string?> RenameAsync(WorkspaceAccess workspace, Guid team, string name, CancellationToken cancel)
    {
        var trimmed = name.Trim();
        return ChangeAsync(workspace, "renamed", team, person: null, trimmed, async db =>
            Problem(trimmed) ?? (await Of(db, workspace, team).ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, trimmed), cancel) == 1 ? null : NoTeam), cancel);
    }

    /// <summary>Work that the team owned keeps its name.</summary>
    public Task<string?> RemoveAsync(WorkspaceAccess workspace, Guid team, CancellationToken cancel) =>
        ChangeAsync(workspace, "removed", team, person: null, name: null, async db => await Of(db, workspace, team).ExecuteDeleteAsync(cancel) == 1 ? null : NoTeam, cancel);

    /// <summary>Adding a member once more changes nothing.</summary>
    public Task<string?> AddMemberAsync(WorkspaceAccess workspace, Guid team, Guid person, CancellationToken cancel) =>
        ChangeAsync(workspace, "member added", team, person, name: null, async db =>
        {
            if (!await Of(db, workspace, team).AnyAsync(cancel)) return NoTeam;
            if (!await db.Memberships.AnyAsync(m => m.WorkspaceId == workspace.WorkspaceId && m.PersonId == person, cancel)) return "Only members of the workspace can be in its teams.";
            await db.Database.ExecuteSqlAsync($"INSERT INTO team_member (workspace_id, team_id, person_id) VALUES ({workspace.WorkspaceId}, {team}, {person}) ON CONFLICT DO NOTHING", cancel);
            return null;
        }, cancel);

    public Task<string?> RemoveMemberAsync(WorkspaceAccess workspace, Guid team, Guid person, CancellationToken cancel) =>
        ChangeAsync(workspace, "member removed", team, person, name: null, async db =>
            await db.TeamMembers.Where(m => m.WorkspaceId == workspace.WorkspaceId && m.TeamId == team && m.PersonId == person).ExecuteDeleteAsync(cancel) == 1
                ? null
                : "They are not in this team (any more).", cancel);

    private static IQueryable<Team> Of(ThreatBoardDb db, WorkspaceAccess workspace, Guid team) =>
        db.Teams.Where(t => t.WorkspaceId == workspace.WorkspaceId && t.Id == team);

    private static string? Problem(string name) =>
        name.Length == 0 ? "Give the team a name."
        : name.Any(char.IsControl) ? "The name of a team is one line without control characters."
        : name.Length > Limits.Person ? $"The name has {name.Length} characters: at most {Limits.Person} are kept."
        : Owner.Problem(Owner.Team(Guid.Empty, name));

    /// <summary>What the audit says: names as they are now, since teams and people may go.</summary>
    private static async Task<(string Key, string Text)[]> DetailAsync(ThreatBoardDb db, string what, Guid team, Guid? person, string? name, CancellationToken cancel)
    {
        var known = await db.Teams.Where(t => t.Id == team).Select(t => t.Name).SingleOrDefaultAsync(cancel);
        var detail = new List<(string, string)> { ("change", what), ("team", name ?? known ?? ""), ("team-id", team.ToString()) };
        if (name is not null && known is not null) detail.Add(("from", known));
        if (person is { } id)
            detail.AddRange([("member", await db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? ""), ("member-id", id.ToString())]);
        return [.. detail];
    }

    private async Task<string?> ChangeAsync(WorkspaceAccess workspace, string what, Guid team, Guid? person, string? name, Func<ThreatBoardDb, Task<string?>> change, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            // Asked before it is gone.
            var detail = await DetailAsync(db, what, team, person, name, cancel);
            if (await change(db) is { } problem) return problem;
            await SecurityAudit.AppendAsync(db, AuditEvent.By(workspace, AuditKind.TeamChanged, detail), clock, cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (Exception refused) when (Sql(refused) is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_team_name" })
        {
            return $"There is a team “{name}” already: choose another name.";
        }
        catch (Exception refused) when (Sql(refused) is { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return "The person or the team has left the workspace meanwhile.";
        }
    }

    private static PostgresException? Sql(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;
}
