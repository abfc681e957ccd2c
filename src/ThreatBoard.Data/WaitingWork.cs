using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;

namespace ThreatBoard.Data;

/// <summary>What waits for the one who asks, across the models that they may read now.</summary>
public sealed class WaitingWork(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>Most threats, and most mitigations, that are told: the most pressing ones.</summary>
    public const int Most = 200;

    /// <summary>How many days before its last day an acceptance is told.</summary>
    public const int NearDays = 30;

    private const int MostOfNobody = 8;

    public async Task<MyWork> OfAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = (await Calendar.DatabaseTime.ReadAsync(db, cancel)).GetUtcNow();
        var open = await (
            from model in db.Models
            join room in db.Workspaces on model.WorkspaceId equals room.Id
            join member in db.MembershipsOf(caller, clock.GetUtcNow()) on room.Id equals member.WorkspaceId
            where model.ArchivedAt == null
            select new { model.Id, model.Name, Room = room, member.Role }).ToListAsync(cancel);
        var rooms = open.ToDictionary(
            row => row.Id, row => (new WorkPlace(row.Id, row.Name, row.Room.Id, row.Room.Name, row.Room.Bands, row.Room.ToRules().DayOf(now)), row.Role));
        var zones = open.ToDictionary(row => row.Id, row => row.Room.ToRules().Zone);
        Guid[] workspaces = [.. open.Select(row => row.Room.Id).Distinct()];
        var me = caller.Person;
        var teams = await db.TeamMembers.Where(m => workspaces.Contains(m.WorkspaceId) && m.PersonId == me).Select(m => m.TeamId).ToListAsync(cancel);
        var reader = new WorkReader(db, me, rooms, [me, .. teams], cancel);
        return new(
            await reader.OwnedAsync(Most), await reader.DecisionsAsync(await AloneAsync(db, workspaces, cancel)), await reader.ExpiringAsync(NearDays),
            await reader.ReadingsAsync(), await reader.ReviewsAsync(model => zones[model]), await reader.NobodysAsync(MostOfNobody));
    }

    private static async Task<HashSet<Guid>> AloneAsync(ThreatBoardDb db, Guid[] workspaces, CancellationToken cancel)
    {
        var members = from member in db.Memberships
                      join person in db.People.Able() on member.PersonId equals person.Id
                      where workspaces.Contains(member.WorkspaceId)
                      group member by member.WorkspaceId into room
                      where room.Count() == 1
                      select room.Key;
        return [.. await members.ToListAsync(cancel)];
    }
}
