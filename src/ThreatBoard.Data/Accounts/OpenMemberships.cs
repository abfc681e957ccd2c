namespace ThreatBoard.Data.Accounts;

/// <summary>The one query that says which workspaces are open to a caller now.</summary>
internal static class OpenMemberships
{
    /// <summary>The caller's memberships, if person and session stand; without those that ask for a second factor which the session did not show.</summary>
    public static IQueryable<Membership> MembershipsOf(this ThreatBoardDb db, Caller caller, DateTimeOffset now)
    {
        var (person, session) = (caller.Person, caller.Session);
        var memberships = db.Memberships.Where(member => member.PersonId == person && db.People.Able().Any(who => who.Id == person));
        return session is null
            ? memberships
            : from member in memberships
              join room in db.Workspaces on member.WorkspaceId equals room.Id
              where db.Sessions.Alive(now).Any(s => s.Id == session && s.PersonId == person && (s.SecondFactor || !room.RequiresSecondFactor))
              select member;
    }
}
