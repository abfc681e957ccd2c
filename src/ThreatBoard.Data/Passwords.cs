using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>Chooses passwords anew: by the current one, or by a link that works once and for an hour.</summary>
public sealed class Passwords(
    IDbContextFactory<ThreatBoardDb> databases, IPasswordHasher<Account> hasher, ILookupNormalizer names, PasswordSignIn signIn, TimeProvider clock)
{
    private static readonly AccountProblem s_gone = new("", "This link is not valid any more. Ask for a new one.");

    /// <summary>Ends all other sessions of the person. Null when it is done.</summary>
    public async Task<AccountProblem?> ChangeAsync(Caller caller, string? current, string? wanted, CancellationToken cancel)
    {
        if (!await signIn.ConfirmAsync(caller, current, cancel))
            return new("current", "This is not your current password, or there were too many wrong ones: then wait a quarter of an hour.");
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await SetAsync(db, new(AuditKind.PasswordChanged, caller.Person) { Session = caller.Session }, wanted, caller.Session, cancel) is { } problem) return problem;
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>A link by which a person chooses a new password, to be handed to them by an administrator.</summary>
    /// <returns>Null where the person has no account with a password.</returns>
    public async Task<string?> IssueAsync(InstallationAccess installation, Guid person, CancellationToken cancel) =>
        await IssueAsync(person, AuditEvent.By(installation, AuditKind.LinkIssued), cancel);

    /// <summary>The same, handed over by an owner: only for members of no workspace that is not the owner's own, or a link would open other teams' models.</summary>
    /// <returns>Null where that is not so, or the person has no account.</returns>
    public async Task<string?> IssueAsync(WorkspaceAccess workspace, Guid person, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var owned = db.Memberships.Where(m => m.PersonId == workspace.Person.Id && m.Role == Role.Owner).Select(m => m.WorkspaceId);
        var theirs = db.Memberships.Where(m => m.PersonId == person);
        var allowed = await db.People.AnyAsync(p => p.Id == person && !p.IsAdministrator
            && theirs.Any(m => m.WorkspaceId == workspace.WorkspaceId) && theirs.All(m => owned.Contains(m.WorkspaceId)), cancel);
        return allowed ? await IssueAsync(person, AuditEvent.By(workspace, AuditKind.LinkIssued), cancel) : null;
    }

    /// <summary>For a link by mail, to the account's own address. Null where nobody has this address; the page says the same to both.</summary>
    public async Task<string?> IssueAsync(string? email, string address, CancellationToken cancel)
    {
        var known = names.NormalizeEmail(email?.Trim());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var person = await db.Accounts.Where(a => a.NormalizedEmail == known && db.People.Able().Any(p => p.Id == a.Id)).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        return person is { } id ? await IssueAsync(id, new(AuditKind.LinkIssued, id, Address: address), cancel) : null;
    }

    /// <summary>Whether a link would be taken; uses nothing up.</summary>
    public async Task<bool> LookAsync(string? token, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Good(db, token).AnyAsync(cancel);
    }

    /// <summary>Uses the link up, and ends all sessions of the person. A second factor stays as it was. Null when it is done.</summary>
    public async Task<AccountProblem?> ResetAsync(string? token, string? wanted, string address, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await Good(db, token).Select(link => (Guid?)link.PersonId).SingleOrDefaultAsync(cancel);
        if (person is null || await Good(db, token).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancel) == 0) return s_gone;
        if (await SetAsync(db, new(AuditKind.PasswordChanged, person, Address: address), wanted, except: null, cancel) is { } problem) return problem;
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<AccountProblem?> SetAsync(ThreatBoardDb db, AuditEvent told, string? wanted, Guid? except, CancellationToken cancel)
    {
        var person = told.Person!.Value;
        var (name, account) = (await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancel), await db.Accounts.SingleAsync(a => a.Id == person, cancel));
        if (PasswordRules.Problem(wanted, name, account.Email!) is { } weak) return new("password", weak);
        var hash = hasher.HashPassword(account, wanted!);
        await db.Accounts.Where(a => a.Id == person).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), cancel);
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await db.Sessions.Where(s => s.PersonId == person && s.Id != except && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
        await db.ResetLinks.Where(link => link.PersonId == person && link.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancel);
        await SecurityAudit.AppendAsync(db, told, clock, cancel);
        return null;
    }

    private async Task<string?> IssueAsync(Guid person, AuditEvent told, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var token = LinkToken.New();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Accounts.Where(a => a.Id == person).Join(db.People, a => a.Id, p => p.Id, (a, p) => p.Name).SingleOrDefaultAsync(cancel) is not { } name) return null;
        db.Add(new ResetLink { Id = Guid.CreateVersion7(now), PersonId = person, TokenHash = LinkToken.HashOf(token), ExpiresAt = now + ResetLink.Lifetime });
        await db.SaveChangesAsync(cancel);
        await SecurityAudit.AppendAsync(db, told with { Detail = AuditEvent.Written([("for", name), ("for-id", person.ToString())]) }, clock, cancel);
        await transaction.CommitAsync(cancel);
        return token;
    }

    private IQueryable<ResetLink> Good(ThreatBoardDb db, string? token)
    {
        var (hash, now) = (LinkToken.HashOf(token), clock.GetUtcNow());
        return db.ResetLinks.Where(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now && db.People.Able().Any(p => p.Id == link.PersonId));
    }
}
