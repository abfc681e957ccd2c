using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Accounts;

/// <summary>Makes the memberships that came from groups what the groups say now; what people decided by hand stays.</summary>
internal sealed class GroupMemberships(ThreatBoardDb db, TimeProvider clock, Guid person, string address)
{
    public async Task ApplyAsync(IReadOnlyDictionary<Guid, Role> wanted, CancellationToken cancel)
    {
        var now = await db.Memberships.Where(member => member.PersonId == person).ToDictionaryAsync(member => member.WorkspaceId, cancel);
        foreach (var room in wanted.Keys.Union(now.Keys).Order())
        {
            var role = wanted.TryGetValue(room, out var given) ? given : (Role?)null;
            var there = now.GetValueOrDefault(room);
            if (there is { BySignOn: false } || there?.Role == role) continue;
            await Members.LockAsync(db, room, cancel);
            await ChangeAsync(room, there?.Role, role, cancel);
        }
    }

    private async Task ChangeAsync(Guid room, Role? from, Role? to, CancellationToken cancel)
    {
        var own = db.Memberships.Where(member => member.WorkspaceId == room && member.PersonId == person);
        // A workspace keeps an owner, whatever a group says.
        if (from is Role.Owner && !await AnyOtherOwnerAsync(room, cancel)) return;
        if (from is null)
        {
            db.Add(new Membership { WorkspaceId = room, PersonId = person, Role = to!.Value, BySignOn = true });
            await db.SaveChangesAsync(cancel);
        }
        else if (to is { } role)
        {
            await own.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, role), cancel);
        }
        else
        {
            await own.ExecuteDeleteAsync(cancel);
        }

        await TellAsync(room, from, to, cancel);
    }

    private Task<bool> AnyOtherOwnerAsync(Guid room, CancellationToken cancel) => db.Memberships.AnyAsync(
        member => member.WorkspaceId == room && member.PersonId != person && member.Role == Role.Owner && db.People.Able().Any(who => who.Id == member.PersonId), cancel);

    private Task TellAsync(Guid room, Role? from, Role? to, CancellationToken cancel)
    {
        var kind = from is null ? AuditKind.MemberAdded : to is null ? AuditKind.MemberRemoved : AuditKind.RoleChanged;
        var detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = "single sign-on", ["member-id"] = person.ToString() };
        if (from is { } before) detail["from"] = before.ToString();
        if (to is { } after) detail["to"] = after.ToString();
        return SecurityAudit.AppendAsync(db, new(kind, person, room, address) { Detail = detail }, clock, cancel);
    }
}
