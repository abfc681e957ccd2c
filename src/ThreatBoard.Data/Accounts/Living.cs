namespace ThreatBoard.Data.Accounts;

/// <summary>Whether a person may still act, in the words of a query.</summary>
internal static class Living
{
    public static IQueryable<Person> Able(this IQueryable<Person> people) => people.Where(person => person.DisabledAt == null);

    public static IQueryable<Session> Alive(this IQueryable<Session> sessions, DateTimeOffset now) =>
        sessions.Where(session => session.EndedAt == null && session.ExpiresAt > now);
}
