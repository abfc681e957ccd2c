using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Door;

/// <summary>As whom somebody takes the steps of a model: their duties, and whether they are alone in its workspace.</summary>
internal static class Signatories
{
    public static async Task<Signatory> OfAsync(ThreatBoardDb db, ModelAccess access, CancellationToken cancel)
    {
        var duties = (access.May(Right.Edit) ? Duties.Work : Duties.None) | (access.May(Right.Approve) ? Duties.Review : Duties.None)
            | (access.May(Right.Administer) ? Duties.Lead : Duties.None);
        var workspace = access.WorkspaceId;
        var members = from member in db.Memberships
                      join person in db.People.Able() on member.PersonId equals person.Id
                      where member.WorkspaceId == workspace
                      select person.Id;
        return new(access.Person.Id, access.Person.Name, access.IsCalendar ? Duties.Calendar : duties, await members.CountAsync(cancel) == 1);
    }
}
