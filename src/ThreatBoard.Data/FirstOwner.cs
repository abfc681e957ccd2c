using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>Makes whoever holds a set-up link the first owner of a server: once, whatever is tried at the same time.</summary>
public sealed class FirstOwner(IDbContextFactory<ThreatBoardDb> databases, NewAccounts accounts, SetupLinks links, TimeProvider clock)
{
    private static readonly AccountProblem s_gone = new("", "This link is not valid any more. The command scripts/run --link prints a new one, while nobody owns this ThreatBoard.");

    /// <summary>Makes an account with the first workspace; after a local installation was turned into a server, it is the account of its person.</summary>
    /// <returns>The person, who may be signed in; or what is wrong with what they typed or with the link.</returns>
    public async Task<(Guid? Person, AccountProblem? Problem)> MakeAsync(string? token, NewAccount asked, string address, CancellationToken cancel)
    {
        if (await links.LookAsync(token, cancel) is not SetupLinkState.Valid) return (null, s_gone);
        Guid? made = null;
        Task<AccountProblem?> JoinAsync(ThreatBoardDb joined, Guid person)
        {
            made = person;
            return SettleAsync(joined, token, person, address, cancel);
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var problem = await db.People.AnyAsync(p => p.Id == Database.LocalPerson, cancel)
            ? await accounts.MakeAsync(Database.LocalPerson, asked, address, JoinAsync, cancel)
            : await accounts.MakeAsync(asked, address, JoinAsync, cancel);
        return problem is null ? (made, null) : (null, problem);
    }

    private async Task<AccountProblem?> SettleAsync(ThreatBoardDb db, string? token, Guid person, string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        await db.Database.ExecuteSqlAsync($"SELECT FROM installation FOR UPDATE", cancel);
        if (await SetupLinks.LookAsync(db, token, now, cancel) is not SetupLinkState.Valid) return s_gone;
        DateTimeOffset? settled = now;
        await db.Installations.ExecuteUpdateAsync(set => set.SetProperty(i => i.SettledAt, settled), cancel);
        await db.SetupLinks.ExecuteDeleteAsync(cancel);
        await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsAdministrator, true), cancel);
        if (!await db.Memberships.AnyAsync(m => m.PersonId == person, cancel))
        {
            db.Add(new Workspace { Id = Database.FirstWorkspace, Name = "Workspace", CreatedAt = now });
            db.Add(new Membership { WorkspaceId = Database.FirstWorkspace, PersonId = person, Role = Role.Owner });
            await db.SaveChangesAsync(cancel);
        }

        await SecurityAudit.AppendAsync(db, new(AuditKind.InstallationSettled, person, Address: address), clock, cancel);
        return null;
    }
}
