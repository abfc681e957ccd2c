using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>What somebody shows beside the password: a code of an authenticator app, or one of the recovery codes.</summary>
public sealed class SecondFactors(
    IDbContextFactory<ThreatBoardDb> databases, IDataProtectionProvider protection, SecurityAudit audit, Sessions sessions, TimeProvider clock)
{
    private readonly FactorSecrets _secrets = new(protection);

    /// <summary>Whether the right code was given at a sign-in; each is taken once, and wrong ones are counted with the wrong passwords.</summary>
    public Task<bool> TryCodeAsync(Guid person, string? code, string address, CancellationToken cancel) =>
        TryAsync(person, address, (db, attempt) => TakeAsync(db, person, attempt.FactorSecret, code, cancel), cancel);

    /// <summary>Whether one of the recovery codes was given at a sign-in, which uses it up.</summary>
    public Task<bool> TryRecoveryCodeAsync(Guid person, string? code, string address, CancellationToken cancel) =>
        TryAsync(person, address, (db, _) => RecoveryCodes.UseAsync(db, person, code, clock.GetUtcNow().ToMicroseconds(), cancel), cancel);

    public async Task<FactorState> StateAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var on = await Own(db, caller).AnyAsync(a => a.TwoFactorEnabled, cancel);
        return new(on, on ? await db.RecoveryCodes.CountAsync(c => c.PersonId == caller.Person && c.UsedAt == null, cancel) : 0);
    }

    /// <summary>Begins to set up an app: nothing is asked for before <see cref="ConfirmAsync"/> has seen its first code.</summary>
    /// <returns>The secret in Base32, for this person's eyes; null where a second factor is in use already or there is no account.</returns>
    public async Task<string?> BeginAsync(Caller caller, CancellationToken cancel)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var kept = _secrets.Protect(secret);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var begun = await Own(db, caller).Where(a => !a.TwoFactorEnabled)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.FactorSecret, kept).SetProperty(a => a.FactorStep, 0L), cancel);
        return begun == 1 ? Base32.Of(secret) : null;
    }

    /// <summary>From now on a second factor is asked for; this session counts as having shown it, and all others end.</summary>
    /// <returns>The recovery codes; null where the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Caller caller, string? code, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pending = Own(db, caller).Where(a => !a.TwoFactorEnabled);
        var secret = await pending.Select(a => a.FactorSecret).SingleOrDefaultAsync(cancel);
        if (!await TakeAsync(db, caller.Person, secret, code, cancel)) return null;
        if (await pending.ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true), cancel) == 0) return null;
        var codes = await RecoveryCodes.ReplaceAsync(db, caller.Person, cancel);
        await db.Sessions.Where(s => s.Id == caller.Session && s.PersonId == caller.Person).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, true), cancel);
        await TellAsync(db, caller, "set up", cancel);
        await transaction.CommitAsync(cancel);
        await sessions.EndAllAsync(caller.Person, caller.Session, cancel);
        return codes;
    }

    /// <summary>Whoever calls has asked for the password just now.</summary>
    public async Task TurnOffAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Own(db, caller).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, false).SetProperty(a => a.FactorSecret, (string?)null), cancel) == 0) return;
        await db.RecoveryCodes.Where(c => c.PersonId == caller.Person).ExecuteDeleteAsync(cancel);
        // What needs a second factor closes: a session has shown one only as long as there is one.
        await db.Sessions.Where(s => s.PersonId == caller.Person).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, false), cancel);
        await TellAsync(db, caller, "turned off", cancel);
        await transaction.CommitAsync(cancel);
        await sessions.EndAllAsync(caller.Person, caller.Session, cancel);
    }

    /// <summary>New recovery codes in place of all earlier ones; whoever calls has asked for the password just now. Null where there is no second factor.</summary>
    public async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Own(db, caller).AnyAsync(a => a.TwoFactorEnabled, cancel)) return null;
        var codes = await RecoveryCodes.ReplaceAsync(db, caller.Person, cancel);
        await TellAsync(db, caller, "new recovery codes", cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    // Of somebody whose session has ended meanwhile there is none.
    private IQueryable<Account> Own(ThreatBoardDb db, Caller caller)
    {
        var standing = db.PersonOf(caller, clock.GetUtcNow());
        return db.Accounts.Where(a => standing.Any(p => p.Id == a.Id));
    }

    private async Task<bool> TryAsync(Guid person, string address, Func<ThreatBoardDb, Attempts.Attempt, Task<bool>> isRight, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var attempt = await Attempts.TakeAsync(db, person, clock.GetUtcNow(), cancel);
        if (attempt is { AsksForSecondFactor: true } && await isRight(db, attempt))
        {
            await Attempts.ForgetAsync(db, person, cancel);
            return true;
        }

        await audit.AppendAsync(new(attempt is { IsLast: true } ? AuditKind.LockedOut : AuditKind.SignInRefused, person, Address: address), cancel);
        return false;
    }

    // The update decides: a code whose step was taken, or lies before one that was, is worth nothing.
    private async Task<bool> TakeAsync(ThreatBoardDb db, Guid person, string? stored, string? code, CancellationToken cancel) =>
        _secrets.Read(stored) is { } secret && Totp.StepOf(secret, code, clock.GetUtcNow()) is { } step
        && await db.Accounts.Where(a => a.Id == person && a.FactorStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.FactorStep, step), cancel) == 1;

    private Task TellAsync(ThreatBoardDb db, Caller caller, string what, CancellationToken cancel) => SecurityAudit.AppendAsync(
        db, new(AuditKind.SecondFactorChanged, caller.Person) { Session = caller.Session, Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what } }, clock, cancel);
}

/// <summary>Whether a person shows a second factor, and how many recovery codes are left.</summary>
public sealed record FactorState(bool IsOn, int CodesLeft);
