using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>How people come into a workspace: by a link that an owner makes, that works once and for seven days.</summary>
public sealed class Invitations(IDbContextFactory<ThreatBoardDb> databases, NewAccounts accounts, TimeProvider clock)
{
    /// <summary>More open invitations than this a workspace has no use for.</summary>
    public const int MostOpen = 500;

    private static readonly AccountProblem s_gone = new("", "This invitation is not valid any more. Ask the person who sent it for a new one.");

    /// <returns>The token, which is told to nobody else; a problem where the address is none or too many invitations are open.</returns>
    /// <param name="email">Null where whoever has the link may take it. Whether somebody has an account already changes nothing.</param>
    public async Task<(string? Token, AccountProblem? Problem)> MakeAsync(WorkspaceAccess workspace, Role role, string? email, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        if (email is not null && AccountFields.OfEmail(email) is { } wrong) return (null, wrong);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Open(db).CountAsync(i => i.WorkspaceId == workspace.WorkspaceId, cancel) >= MostOpen)
            return (null, new("", $"{MostOpen} invitations are open already. Take some back first."));
        var token = LinkToken.New();
        var made = Make(workspace, role, email, token);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        await SecurityAudit.AppendAsync(db, AuditEvent.By(workspace, AuditKind.InvitationMade, About(made)), clock, cancel);
        await transaction.CommitAsync(cancel);
        return (token, null);
    }

    /// <summary>Those that can still be accepted, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(WorkspaceAccess workspace, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Open(db).Where(i => i.WorkspaceId == workspace.WorkspaceId).OrderByDescending(i => i.MadeAt).ToListAsync(cancel);
    }

    /// <summary>Nothing happens where it was accepted or taken back already.</summary>
    public async Task TakeBackAsync(WorkspaceAccess workspace, Guid id, CancellationToken cancel)
    {
        workspace.Require(Right.Administer);
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var open = Open(db).Where(i => i.Id == id && i.WorkspaceId == workspace.WorkspaceId);
        if (await open.SingleOrDefaultAsync(cancel) is not { } found) return;
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(i => i.TakenBackAt, now), cancel) == 0) return;
        await SecurityAudit.AppendAsync(db, AuditEvent.By(workspace, AuditKind.InvitationTakenBack, About(found)), clock, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What a link offers; uses nothing up. Null for a link that is not, or no longer, good.</summary>
    public async Task<OpenInvitation?> LookAsync(string? token, CancellationToken cancel)
    {
        var hash = LinkToken.HashOf(token);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await (
            from invitation in Open(db)
            join room in db.Workspaces on invitation.WorkspaceId equals room.Id
            where invitation.TokenHash == hash
            select new OpenInvitation(room.Name, invitation.Role, invitation.Email)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Somebody new joins: account, person and membership are there together, or none of them.</summary>
    public async Task<AccountProblem?> AcceptAsync(string? token, NewAccount asked, string address, CancellationToken cancel)
    {
        if (await LookAsync(token, cancel) is not { } open) return s_gone;
        var named = open.Email is null ? asked : asked with { Email = open.Email };
        return await accounts.MakeAsync(named, address, (db, person) => JoinAsync(db, token, person, address, cancel), cancel);
    }

    /// <summary>Somebody who is signed in joins; a role that they have there already stays the higher of the two.</summary>
    public async Task<AccountProblem?> AcceptAsync(Caller caller, string? token, string address, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var problem = await JoinAsync(db, token, caller.Person, address, cancel);
        if (problem is null) await transaction.CommitAsync(cancel);
        return problem;
    }

    private async Task<AccountProblem?> JoinAsync(ThreatBoardDb db, string? token, Guid person, string address, CancellationToken cancel)
    {
        var hash = LinkToken.HashOf(token);
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        var open = Open(db).Where(i => i.TokenHash == hash);
        // The update decides: of several who accept at the same time it finds the invitation open for one.
        var found = await open.SingleOrDefaultAsync(cancel);
        if (found is null || await open.ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now).SetProperty(i => i.AcceptedBy, person), cancel) == 0) return s_gone;
        await AddMemberAsync(db, found, person, cancel);
        await SecurityAudit.AppendAsync(db, new(AuditKind.InvitationAccepted, person, found.WorkspaceId, address) { Detail = AuditEvent.Written(About(found)) }, clock, cancel);
        return null;
    }

    private static async Task AddMemberAsync(ThreatBoardDb db, Invitation invitation, Guid person, CancellationToken cancel)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.WorkspaceId == invitation.WorkspaceId && m.PersonId == person, cancel);
        if (membership is null) db.Add(new Membership { WorkspaceId = invitation.WorkspaceId, PersonId = person, Role = invitation.Role });
        else if (membership.Role < invitation.Role) db.Update(membership with { Role = invitation.Role });
        await db.SaveChangesAsync(cancel);
    }

    private static (string Key, string Text)[] About(Invitation invitation) => [("invitation", invitation.Id.ToString()), ("role", invitation.Role.ToString())];

    private IQueryable<Invitation> Open(ThreatBoardDb db)
    {
        var now = clock.GetUtcNow();
        return db.Invitations.Where(i => i.AcceptedAt == null && i.TakenBackAt == null && i.ExpiresAt > now);
    }

    private Invitation Make(WorkspaceAccess workspace, Role role, string? email, string token)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspace.WorkspaceId,
            Role = role,
            Email = email,
            TokenHash = LinkToken.HashOf(token),
            MadeBy = workspace.Person.Id,
            MadeAt = now,
            ExpiresAt = now + Invitation.Lifetime,
        };
    }
}

/// <summary>What an invitation offers to whoever has its link.</summary>
/// <param name="Email">Whom it is for; null where anybody.</param>
public sealed record OpenInvitation(string Workspace, Role Role, string? Email);
