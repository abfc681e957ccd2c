namespace ThreatBoard.Data.Accounts;

/// <summary>The one place that says, in the words of queries, whether a caller stands and which workspaces are open to them now.</summary>
internal static class OpenMemberships
{
    /// <summary>The caller, if person and session stand; nobody for a token, which opens one workspace and nothing beyond.</summary>
    public static IQueryable<Person> PersonOf(this ThreatBoardDb db, Caller caller, DateTimeOffset now)
    {
        var (person, session) = (caller.Person, caller.Session);
        if (caller.Token is not null) return db.People.Where(_ => false);
        var able = db.People.Able().Where(who => who.Id == person);
        return session is null ? able : able.Where(who => db.Sessions.Alive(now).Any(s => s.Id == session && s.PersonId == who.Id));
    }

    /// <summary>The caller's memberships, if person and session stand; without those that ask for a second factor which the session did not show.</summary>
    public static IQueryable<Membership> MembershipsOf(this ThreatBoardDb db, Caller caller, DateTimeOffset now)
    {
        var person = caller.Person;
        var memberships = db.Memberships.Where(member => member.PersonId == person && db.People.Able().Any(who => who.Id == person));
        return caller.Session is { } session ? InSession(db, memberships, session, now)
            : caller.Token is { } token ? WithToken(db, memberships, token, now)
            : memberships;
    }

    private static IQueryable<Membership> InSession(ThreatBoardDb db, IQueryable<Membership> memberships, Guid session, DateTimeOffset now) =>
        from member in memberships
        join room in db.Workspaces on member.WorkspaceId equals room.Id
        where db.Sessions.Alive(now).Any(s => s.Id == session && s.PersonId == member.PersonId && (s.SecondFactor || !room.RequiresSecondFactor))
        select member;

    private static IQueryable<Membership> WithToken(ThreatBoardDb db, IQueryable<Membership> memberships, Guid token, DateTimeOffset now)
    {
        var alive = AccessTokens.Alive(db.Tokens, now);
        return memberships.Where(member => alive.Any(t => t.Id == token && t.PersonId == member.PersonId && t.WorkspaceId == member.WorkspaceId));
    }
}
