namespace ThreatBoard.Data.Accounts;

/// <summary>The one place that says, in the words of queries, whether a caller stands and which workspaces are open to them now.</summary>
internal static class OpenMemberships
{
    /// <summary>The caller, if person and session stand.</summary>
    public static IQueryable<Person> PersonOf(this ThreatBoardDb db, Caller caller, DateTimeOffset now)
    {
        var (person, session) = (caller.Person, caller.Session);
        var able = db.People.Able().Where(who => who.Id == person);
        return session is null ? able : able.Where(who => db.Sessions.Alive(now).Any(s => s.Id == session && s.PersonId == who.Id));
    }

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
