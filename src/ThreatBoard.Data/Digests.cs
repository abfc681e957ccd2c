using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Inbox;

namespace ThreatBoard.Data;

/// <summary>Daily digests: who wants one, whose hour has come, and what is in it; each person once a day among all processes.</summary>
public sealed class Digests(IDbContextFactory<ThreatBoardDb> databases, Inboxes inboxes, TimeProvider clock)
{
    /// <summary>Most that one digest lists.</summary>
    public const int MostTold = 50;

    /// <summary>The caller's own setting, or the usual one.</summary>
    public async Task<DigestSetting> SettingAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.DigestSettings.SingleOrDefaultAsync(d => d.PersonId == caller.Person, cancel) ?? new() { PersonId = caller.Person };
    }

    /// <param name="hour">0 to 23.</param>
    /// <param name="zone">The name of a time zone; an unknown one counts as UTC.</param>
    /// <returns>False where the caller is signed out or disabled.</returns>
    public async Task<bool> SetAsync(Caller caller, bool wanted, int hour, string zone, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.MembershipsOf(caller, clock.GetUtcNow()).AnyAsync(cancel)) return false;
        var (person, at, known) = (caller.Person, Math.Clamp(hour, 0, 23), Known(zone).Id);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO digest_setting (person_id, wanted, hour, zone) VALUES ({person}, {wanted}, {at}, {known})
             ON CONFLICT (person_id) DO UPDATE SET wanted = excluded.wanted, hour = excluded.hour, zone = excluded.zone
             """,
            cancel);
        return true;
    }

    /// <summary>Whose digest of today has neither been sent nor had nothing to say.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await (
            from person in db.People.Able()
            join account in db.Accounts on person.Id equals account.Id
            join setting in db.DigestSettings on person.Id equals setting.PersonId into settings
            from setting in settings.DefaultIfEmpty()
            where account.Email != null && (setting == null || setting.Wanted)
            select new { person.Id, Setting = setting }).ToListAsync(cancel);
        return [.. people.Where(p => IsTime(p.Setting ?? new() { PersonId = p.Id })).Select(p => p.Id)];
    }

    /// <summary>Makes a person's digest of today and gives it to <paramref name="send"/>; when that fails, the digest waits on. Another process that is at it goes first.</summary>
    /// <param name="send">Called only if there is something new.</param>
    public async Task SendAsync(Guid person, Func<Digest, Task> send, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO digest_setting (person_id, wanted, hour, zone) VALUES ({person}, true, {DigestSetting.UsualHour}, 'UTC') ON CONFLICT DO NOTHING", cancel);
        await using var turn = await db.Database.BeginTransactionAsync(cancel);
        var setting = await db.DigestSettings.FromSql($"SELECT * FROM digest_setting WHERE person_id = {person} FOR UPDATE SKIP LOCKED").SingleOrDefaultAsync(cancel);
        if (setting is null || !IsTime(setting)) return;
        var now = clock.GetUtcNow().ToMicroseconds();
        if (await MakeAsync(db, setting, cancel) is { New.Count: > 0 } digest) await send(digest);
        await db.DigestSettings.Where(d => d.PersonId == person)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.LastDay, DayOf(setting)).SetProperty(d => d.LastAt, now), cancel);
        await turn.CommitAsync(cancel);
    }

    private async Task<Digest?> MakeAsync(ThreatBoardDb db, DigestSetting setting, CancellationToken cancel)
    {
        var who = await (
            from person in db.People.Able()
            join account in db.Accounts on person.Id equals account.Id
            where person.Id == setting.PersonId
            select new { person.Name, account.Email }).SingleOrDefaultAsync(cancel);
        if (who?.Email is null) return null;
        var caller = Caller.OfProcess(setting.PersonId);
        var unread = await inboxes.ListAsync(caller, new(UnreadOnly: true), cancel);
        var news = unread.Where(row => setting.LastAt is not { } last || row.Notice.At > last).Take(MostTold).ToList();
        return new(who.Name, who.Email, Known(setting.Zone), news, await inboxes.CountUnreadAsync(caller, cancel));
    }

    private bool IsTime(DigestSetting setting) => setting.Wanted && Local(setting).Hour >= setting.Hour && setting.LastDay != DayOf(setting);

    private DateOnly DayOf(DigestSetting setting) => DateOnly.FromDateTime(Local(setting).DateTime);

    private DateTimeOffset Local(DigestSetting setting) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Known(setting.Zone));

    private static TimeZoneInfo Known(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
}
