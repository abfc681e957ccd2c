using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data;

/// <summary>What a person says about themselves: name and e-mail address.</summary>
public sealed class Profiles(IDbContextFactory<ThreatBoardDb> databases, ILookupNormalizer names, PasswordSignIn signIn, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">There is no such person.</exception>
    public async Task<Profile> GetAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var name = await db.People.Where(p => p.Id == caller.Person).Select(p => p.Name).SingleAsync(cancel);
        return new(name, await db.Accounts.Where(a => a.Id == caller.Person).Select(a => a.Email).SingleOrDefaultAsync(cancel));
    }

    /// <summary>Null when it is done. What the journal says of earlier changes keeps the name of that time.</summary>
    public async Task<AccountProblem?> RenameAsync(Caller caller, string name, CancellationToken cancel)
    {
        if (AccountFields.OfName(name) is { } problem) return problem;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.PersonOf(caller, clock.GetUtcNow()).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name.Trim()), cancel);
        return null;
    }

    /// <summary>The address by which the person signs in. Null when it is done.</summary>
    public async Task<AccountProblem?> ChangeEmailAsync(Caller caller, string? password, string email, CancellationToken cancel)
    {
        if (AccountFields.OfEmail(email) is { } problem) return problem;
        if (!await signIn.ConfirmAsync(caller, password, cancel))
            return new("password", "This is not your current password, or there were too many wrong ones: then wait a quarter of an hour.");
        var (given, known) = (email.Trim(), names.NormalizeEmail(email.Trim()));
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.Accounts.Where(a => a.Id == caller.Person).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Email, given).SetProperty(a => a.UserName, given).SetProperty(a => a.NormalizedEmail, known).SetProperty(a => a.NormalizedUserName, known), cancel);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new("email", "This address cannot be used here. Give another.");
        }

        await SecurityAudit.AppendAsync(db, new(AuditKind.EmailChanged, caller.Person) { Session = caller.Session }, clock, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>What a person says about themselves.</summary>
/// <param name="Email">Null where they have no account of their own: in local mode, or with single sign-on.</param>
public sealed record Profile(string Name, string? Email);
