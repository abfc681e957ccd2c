using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>The people and teams of a workspace, for its members alone: nobody learns of anybody who is not in it.</summary>
public sealed class WorkspaceDirectory(IDbContextFactory<ThreatBoardDb> databases)
{
    /// <summary>Most that one search gives.</summary>
    public const int MostFound = 20;

    /// <summary>People and teams one of whose names begins with the text, people first, by name; at most <paramref name="limit"/>. Everybody, so far, for an empty text.</summary>
    public async Task<IReadOnlyList<Owner>> SearchAsync(ModelAccess access, string text, bool withTeams, int limit, CancellationToken cancel)
    {
        var most = Math.Clamp(limit, 1, MostFound);
        var beginning = Escaped(text.Trim()[..Math.Min(text.Trim().Length, Limits.Person)]) + "%";
        var inside = "% " + beginning;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await (
            from member in db.Memberships
            join person in db.People.Able() on member.PersonId equals person.Id
            where member.WorkspaceId == access.WorkspaceId && (EF.Functions.ILike(person.Name, beginning, "\\") || EF.Functions.ILike(person.Name, inside, "\\"))
            orderby person.Name, person.Id
            select new { person.Id, person.Name }).Take(most).ToListAsync(cancel);
        var found = people.Select(person => Owner.Person(person.Id, person.Name)).ToList();
        if (!withTeams || found.Count == most) return found;
        var teams = await db.Teams
            .Where(team => team.WorkspaceId == access.WorkspaceId && (EF.Functions.ILike(team.Name, beginning, "\\") || EF.Functions.ILike(team.Name, inside, "\\")))
            .OrderBy(team => team.Name).Take(most - found.Count).ToListAsync(cancel);
        return [.. found, .. teams.Select(team => Owner.Team(team.Id, team.Name))];
    }

    /// <summary>How these people and teams stand in the model's workspace now, and who of them the asker is.</summary>
    public async Task<Standing> StandingAsync(ModelAccess access, IReadOnlyCollection<Guid> accounts, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (workspace, me) = (access.WorkspaceId, access.Person.Id);
        var teams = await db.TeamMembers.Where(m => m.WorkspaceId == workspace && m.PersonId == me).Select(m => m.TeamId).ToListAsync(cancel);
        return new([me, .. teams], await KnownAsync(db, workspace, accounts, ableOnly: false, cancel));
    }

    /// <summary>Every member of the workspace, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> MembersAsync(WorkspaceAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ColleaguesAsync(db, access.WorkspaceId, cancel);
    }

    /// <summary>Every team of the workspace with its members, by name.</summary>
    public async Task<IReadOnlyList<TeamOfColleagues>> TeamsAsync(WorkspaceAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var colleagues = (await ColleaguesAsync(db, access.WorkspaceId, cancel)).ToDictionary(colleague => colleague.Id);
        var members = (await db.TeamMembers.Where(m => m.WorkspaceId == access.WorkspaceId).ToListAsync(cancel)).ToLookup(m => m.TeamId, m => m.PersonId);
        var teams = await db.Teams.Where(team => team.WorkspaceId == access.WorkspaceId).OrderBy(team => team.Name).ToListAsync(cancel);
        return [.. teams.Select(team => new TeamOfColleagues(
            team.Id, team.Name, [.. members[team.Id].Where(colleagues.ContainsKey).Select(id => colleagues[id]).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)]))];
    }

    /// <summary>People and teams of one workspace as they are today, by id; whoever is not in it is left out.</summary>
    internal static async Task<ImmutableDictionary<Guid, Owner>> KnownAsync(ThreatBoardDb db, Guid workspace, IReadOnlyCollection<Guid> accounts, bool ableOnly, CancellationToken cancel)
    {
        if (accounts.Count == 0) return ImmutableDictionary<Guid, Owner>.Empty;
        var wanted = accounts.ToArray();
        var people = await (
            from member in db.Memberships
            join person in db.People on member.PersonId equals person.Id
            where member.WorkspaceId == workspace && wanted.Contains(person.Id) && (!ableOnly || person.DisabledAt == null)
            select new { person.Id, person.Name }).ToListAsync(cancel);
        var teams = await db.Teams.Where(team => team.WorkspaceId == workspace && wanted.Contains(team.Id)).ToListAsync(cancel);
        return people.Select(person => Owner.Person(person.Id, person.Name)).Concat(teams.Select(team => Owner.Team(team.Id, team.Name))).ToImmutableDictionary(owner => owner.Account!.Value);
    }

    private static async Task<List<Colleague>> ColleaguesAsync(ThreatBoardDb db, Guid workspace, CancellationToken cancel) => await (
        from member in db.Memberships
        join person in db.People on member.PersonId equals person.Id
        where member.WorkspaceId == workspace
        orderby person.Name, person.Id
        select new Colleague(person.Id, person.Name, member.Role, person.DisabledAt != null)).ToListAsync(cancel);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
