using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>Who is signed in where; ending one here ends it in every process, open circuits included.</summary>
public sealed class Sessions(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    // A session that is used is written once a minute, not with every request.
    private static readonly TimeSpan s_noted = TimeSpan.FromMinutes(1);

    /// <param name="browser">What the browser says it is; cut to 200 characters.</param>
    public async Task<Session> StartAsync(Guid person, SignInMethod method, bool secondFactor, string browser, string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person,
            Method = method,
            SecondFactor = secondFactor,
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Session.Idle,
            Browser = Cut(browser, SessionLimits.Browser),
            Address = Cut(address, SessionLimits.Address),
        };
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        return session;
    }

    /// <summary>The session if it and its person still stand; notes that it is used.</summary>
    public async Task<Session?> FindAliveAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var session = await Alive(db, now).SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (session is null || now - session.SeenAt < s_noted) return session;
        var until = Earlier(now + Session.Idle, session.StartedAt + Session.Longest);
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, until), cancel);
        return session with { SeenAt = now, ExpiresAt = until };
    }

    /// <summary>Those of the given sessions that still stand, in one question for all circuits of a process.</summary>
    public async Task<IReadOnlySet<Guid>> StillAliveAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Alive(db, clock.GetUtcNow()).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(cancel);
    }

    /// <summary>The person's own living sessions, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Alive(db, clock.GetUtcNow()).Where(s => s.PersonId == caller.Person).OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
    }

    /// <summary>Ends one of the person's own sessions.</summary>
    public Task EndAsync(Caller caller, Guid id, CancellationToken cancel) => EndAsync(s => s.Where(x => x.Id == id && x.PersonId == caller.Person), cancel);

    /// <summary>Ends all of a person's sessions but the caller's own; whoever ends those of another person has been asked for that right before.</summary>
    public Task EndAllAsync(Guid person, Guid? except, CancellationToken cancel) => EndAsync(s => s.Where(x => x.PersonId == person && x.Id != except), cancel);

    private static IQueryable<Session> Alive(ThreatBoardDb db, DateTimeOffset now) =>
        from session in db.Sessions.Alive(now)
        join person in db.People.Able() on session.PersonId equals person.Id
        select session;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private async Task EndAsync(Func<IQueryable<Session>, IQueryable<Session>> which, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await which(db.Sessions.Where(s => s.EndedAt == null)).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }
}
