using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;

namespace ThreatBoard.Data;

/// <summary>Gives people accounts; whoever calls has decided that they may have one.</summary>
public sealed class NewAccounts(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly AccountProblem s_taken = new(
        "email", "No account can be made with this e-mail address. If you have an account, sign in first and then open the link again.");

    /// <summary>Gives an account to a person who is here already, under the name that they chose.</summary>
    public Task<AccountProblem?> MakeAsync(Guid person, NewAccount asked, string address, CancellationToken cancel) =>
        MakeAsync(person, asked, address, (_, _) => Task.FromResult<AccountProblem?>(null), cancel);

    /// <summary>The same, within the transaction of <paramref name="joining"/>, which may refuse.</summary>
    internal async Task<AccountProblem?> MakeAsync(
        Guid person, NewAccount asked, string address, Func<ThreatBoardDb, Guid, Task<AccountProblem?>> joining, CancellationToken cancel) =>
        await InTransactionAsync(asked, async (db, users) =>
        {
            await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, asked.Name.Trim()), cancel);
            return await AddAsync(db, users, person, asked, address, cancel) ?? await joining(db, person);
        }, cancel);

    /// <summary>Makes somebody new, within the transaction of <paramref name="joining"/>, which is given the person and may refuse.</summary>
    internal async Task<AccountProblem?> MakeAsync(
        NewAccount asked, string address, Func<ThreatBoardDb, Guid, Task<AccountProblem?>> joining, CancellationToken cancel) =>
        await InTransactionAsync(asked, async (db, users) =>
        {
            var now = clock.GetUtcNow().ToMicroseconds();
            var person = new Person { Id = Guid.CreateVersion7(now), Name = asked.Name.Trim(), CreatedAt = now };
            db.Add(person);
            await db.SaveChangesAsync(cancel);
            return await AddAsync(db, users, person.Id, asked, address, cancel) ?? await joining(db, person.Id);
        }, cancel);

    private async Task<AccountProblem?> InTransactionAsync(
        NewAccount asked, Func<ThreatBoardDb, UserManager<Account>, Task<AccountProblem?>> work, CancellationToken cancel)
    {
        if (AccountFields.Problem(asked) is { } wrong) return wrong;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThreatBoardDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (await work(db, scope.ServiceProvider.GetRequiredService<UserManager<Account>>()) is { } problem) return problem;
            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return s_taken;
        }
    }

    private async Task<AccountProblem?> AddAsync(
        ThreatBoardDb db, UserManager<Account> users, Guid person, NewAccount asked, string address, CancellationToken cancel)
    {
        var email = asked.Email.Trim();
        var made = await users.CreateAsync(new() { Id = person, UserName = email, Email = email }, asked.Password);
        if (!made.Succeeded) return made.Errors.First() is { Code: nameof(PasswordRules) } weak ? new("password", weak.Description) : s_taken;
        await SecurityAudit.AppendAsync(db, new(AuditKind.AccountMade, person, Address: address), clock, cancel);
        return null;
    }
}
