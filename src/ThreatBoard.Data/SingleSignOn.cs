using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Finds or makes the person whom an OpenID provider has named, and gives them the memberships that their groups have now.</summary>
public sealed class SingleSignOn(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>One sign-in at a time decides who is new, so that two of the same subject make one person.</summary>
    private const long SignOnLock = 0x7468_7265_6174_736f;

    /// <param name="rules">Which group gives which role where; of several the greatest role counts.</param>
    /// <param name="address">Where the request came from.</param>
    /// <returns>The person, or null where an administrator has disabled them.</returns>
    public async Task<Guid?> EnterAsync(SignOnIdentity who, IReadOnlyList<GroupRole> rules, string address, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SignOnLock})", cancel);
        var person = await FindAsync(db, who, cancel) ?? await MakeAsync(db, who, address, cancel);
        if (!await db.People.Able().AnyAsync(p => p.Id == person, cancel)) return null;
        await new GroupMemberships(db, clock, person, address).ApplyAsync(await WantedAsync(db, who, rules, cancel), cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }

    private static async Task<Guid?> FindAsync(ThreatBoardDb db, SignOnIdentity who, CancellationToken cancel) =>
        (await db.SignOnLinks.SingleOrDefaultAsync(link => link.Issuer == who.Issuer && link.Subject == who.Subject, cancel))?.PersonId;

    private async Task<Guid> MakeAsync(ThreatBoardDb db, SignOnIdentity who, string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var person = new Person { Id = Guid.CreateVersion7(now), Name = NameOf(who), CreatedAt = now };
        db.Add(person);
        db.Add(new SignOnLink { Issuer = who.Issuer, Subject = who.Subject, PersonId = person.Id, MadeAt = now });
        await db.SaveChangesAsync(cancel);
        var told = new AuditEvent(AuditKind.AccountMade, person.Id, Address: address)
        {
            Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["issuer"] = who.Issuer, ["subject"] = who.Subject },
        };
        await SecurityAudit.AppendAsync(db, told, clock, cancel);
        return person.Id;
    }

    private static string NameOf(SignOnIdentity who)
    {
        var name = new string([.. who.Name.Where(c => !char.IsControl(c))]).Trim();
        if (name.Length == 0) name = "Somebody";
        return name.Length <= Limits.Person ? name : name[..Limits.Person];
    }

    private static async Task<IReadOnlyDictionary<Guid, Role>> WantedAsync(ThreatBoardDb db, SignOnIdentity who, IReadOnlyList<GroupRole> rules, CancellationToken cancel)
    {
        var mine = rules.Where(rule => who.Groups.Contains(rule.Group)).ToList();
        var rooms = await db.Workspaces.Select(room => new { room.Id, room.Name }).ToListAsync(cancel);
        // A name that two workspaces have says nothing: nobody gets into one of them because somebody renamed another.
        return mine
            .Select(rule => (rule.Role, Rooms: rooms.Where(room => Guid.TryParse(rule.Workspace, out var id) ? room.Id == id : room.Name == rule.Workspace).ToList()))
            .Where(given => given.Rooms.Count == 1)
            .GroupBy(given => given.Rooms[0].Id)
            .ToDictionary(room => room.Key, room => room.Max(given => given.Role));
    }
}
