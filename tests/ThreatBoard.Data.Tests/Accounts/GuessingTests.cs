using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Tests.Accounts;

[Trait("Matrix", "D6")]
public sealed class GuessingTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const string Password = InvitationTests.Password;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PasswordSignIn SignIn => database.Get<PasswordSignIn>();

    [Fact]
    public async Task After_five_wrong_passwords_in_a_row_the_right_one_is_refused_too()
    {
        var person = await NewAsync("serial@example.org");
        for (var i = 0; i < Attempts.Most; i++) Assert.Null(await SignIn.TryAsync("serial@example.org", $"wrong number {i}", "::1", Cancel));
        Assert.Null(await SignIn.TryAsync("serial@example.org", Password, "::1", Cancel));
        Assert.False(await SignIn.ConfirmAsync(Caller.OfProcess(person), Password, Cancel));
        await PauseIsOverAsync(person);
        Assert.NotNull(await SignIn.TryAsync("serial@example.org", Password, "::1", Cancel));
    }

    [Fact]
    public async Task Fifty_guesses_at_the_same_time_are_five()
    {
        var person = await NewAsync("parallel@example.org");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => SignIn.TryAsync("parallel@example.org", $"wrong number {i}", "::1", Cancel)));
        Assert.All(answers, Assert.Null);
        Assert.Null(await SignIn.TryAsync("parallel@example.org", Password, "::1", Cancel));
        await using var db = database.Db();
        Assert.Equal(Attempts.Most, await db.Accounts.Where(a => a.Id == person).Select(a => a.AccessFailedCount).SingleAsync(Cancel));
        // Of the fifty only those that were compared know whom they were for.
        Assert.Equal(Attempts.Most, await db.Audit.CountAsync(row => row.PersonId == person && (row.Kind == AuditKind.SignInRefused || row.Kind == AuditKind.LockedOut), Cancel));
        Assert.Single(await db.Audit.Where(row => row.PersonId == person && row.Kind == AuditKind.LockedOut).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        await NewAsync("forgetful@example.org");
        for (var i = 0; i < 12; i++)
        {
            Assert.Null(await SignIn.TryAsync("forgetful@example.org", "wrong", "::1", Cancel));
            Assert.NotNull(await SignIn.TryAsync("forgetful@example.org", Password, "::1", Cancel));
        }
    }

    [Fact]
    public async Task Knowing_the_password_gives_no_more_guesses_at_the_second_factor()
    {
        var person = await NewAsync("half@example.org");
        await database.TamperAsync("UPDATE account SET two_factor_enabled = true, access_failed_count = 3 WHERE id = $1", person);
        Assert.Equal(new(person, AsksForSecondFactor: true), await SignIn.TryAsync("half@example.org", Password, "::1", Cancel));
        await using var db = database.Db();
        Assert.Equal(3, await db.Accounts.Where(a => a.Id == person).Select(a => a.AccessFailedCount).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Somebody_who_is_disabled_is_refused_with_the_right_password()
    {
        var person = await NewAsync("disabled@example.org");
        await database.TamperAsync("UPDATE person SET disabled_at = now() WHERE id = $1", person);
        Assert.Null(await SignIn.TryAsync("disabled@example.org", Password, "::1", Cancel));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("nobody@example.org", "-")]
    [InlineData("nobody@example.org", Password)]
    public async Task Nobody_is_never_signed_in(string? email, string? password) => Assert.Null(await SignIn.TryAsync(email, password, "::1", Cancel));

    private async Task<Guid> NewAsync(string email)
    {
        var (token, _) = await database.Get<Invitations>().MakeAsync(await database.WorkspaceAsync(), Role.Viewer, email, Cancel);
        Assert.Null(await database.Get<Invitations>().AcceptAsync(token, new("Somebody", email, Password), "::1", Cancel));
        return (await SignIn.TryAsync(email, Password, "::1", Cancel))!.Person;
    }

    private Task PauseIsOverAsync(Guid person) => database.TamperAsync("UPDATE account SET lockout_end = now() - interval '1 second' WHERE id = $1", person);
}
