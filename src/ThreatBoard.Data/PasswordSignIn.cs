using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data;

/// <summary>Whether an e-mail address and a password belong together. The answer and the work are the same for everybody who may not come in, whatever the reason.</summary>
public sealed class PasswordSignIn(
    IDbContextFactory<ThreatBoardDb> databases, PasswordWork work, ILookupNormalizer names, SecurityAudit audit, TimeProvider clock)
{
    /// <returns>Null for an unknown address, a wrong password, somebody who is disabled, and while nothing is compared after five wrong guesses.</returns>
    public async Task<Proven?> TryAsync(string? email, string? password, string address, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var attempt = await Attempts.TakeAsync(db, Known(email), clock.GetUtcNow(), cancel);
        if (!await work.IsRightAsync(attempt?.PasswordHash, password, cancel))
        {
            await audit.AppendAsync(new(attempt is { IsLast: true } ? AuditKind.LockedOut : AuditKind.SignInRefused, attempt?.Person, Address: address), cancel);
            return null;
        }

        if (attempt!.AsksForSecondFactor) await Attempts.GiveBackAsync(db, attempt.Person, cancel);
        else await Attempts.ForgetAsync(db, attempt.Person, cancel);
        return new(attempt.Person, attempt.AsksForSecondFactor);
    }

    /// <summary>Whether the caller's password is this one, asked once more before something that matters; counted like a sign-in.</summary>
    public async Task<bool> ConfirmAsync(Caller caller, string? password, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var stands = await db.PersonOf(caller, clock.GetUtcNow()).AnyAsync(cancel);
        var attempt = stands ? await Attempts.TakeAsync(db, caller.Person, clock.GetUtcNow(), cancel) : null;
        var right = await work.IsRightAsync(attempt?.PasswordHash, password, cancel);
        if (right) await Attempts.ForgetAsync(db, caller.Person, cancel);
        else await audit.AppendAsync(new(attempt is { IsLast: true } ? AuditKind.LockedOut : AuditKind.SignInRefused, caller.Person) { Session = caller.Session }, cancel);
        return right;
    }

    // What is too long for an address is looked up all the same, as one that nobody has.
    private string Known(string? email) => names.NormalizeEmail(email is { Length: > 0 and <= Account.LongestEmail } ? email.Trim() : "-") ?? "-";
}

/// <summary>Somebody who knew the password.</summary>
/// <param name="AsksForSecondFactor">They are not signed in before they have shown a second factor, too.</param>
public sealed record Proven(Guid Person, bool AsksForSecondFactor);
