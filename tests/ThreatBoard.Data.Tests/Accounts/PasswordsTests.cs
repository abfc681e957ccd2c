using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class PasswordsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const string Before = InvitationTests.Password;
    private const string After = "quinces under the pier";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Passwords Passwords => database.Get<Passwords>();

    [Fact]
    public async Task A_change_asks_for_the_current_password_and_ends_the_other_sessions()
    {
        var (here, email) = await NewAsync();
        var there = await SessionAsync(here.Person);
        Assert.Equal("current", (await Passwords.ChangeAsync(here, "not it at all", After, Cancel))?.Field);
        Assert.Equal("password", (await Passwords.ChangeAsync(here, Before, "password1234", Cancel))?.Field);
        Assert.Null(await Passwords.ChangeAsync(here, Before, After, Cancel));
        Assert.Equal([here.Session!.Value], await database.Get<Sessions>().StillAliveAsync([here.Session!.Value, there], Cancel));
        Assert.Null(await SignInAsync(email, Before));
        Assert.NotNull(await SignInAsync(email, After));
    }

    [Fact]
    public async Task A_link_gives_a_new_password_once_and_ends_every_session()
    {
        var (caller, email) = await NewAsync();
        var token = await Passwords.IssueAsync(email.ToUpperInvariant(), "::1", Cancel);
        Assert.True(await Passwords.LookAsync(token, Cancel));
        Assert.Equal("password", (await Passwords.ResetAsync(token, "short", "::1", Cancel))?.Field);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Passwords.ResetAsync(token, After, "::1", Cancel)));
        Assert.Single(answers, problem => problem is null);
        Assert.False(await Passwords.LookAsync(token, Cancel));
        Assert.Empty(await database.Get<Sessions>().StillAliveAsync([caller.Session!.Value], Cancel));
        Assert.NotNull(await SignInAsync(email, After));
    }

    [Fact]
    public async Task An_old_link_is_worth_nothing_and_nobody_gets_one_for_an_unknown_address()
    {
        var (_, email) = await NewAsync();
        var token = await Passwords.IssueAsync(email, "::1", Cancel);
        await database.TamperAsync("UPDATE reset_link SET expires_at = now() - interval '1 second'");
        Assert.False(await Passwords.LookAsync(token, Cancel));
        Assert.Equal("", (await Passwords.ResetAsync(token, After, "::1", Cancel))?.Field);
        Assert.Null(await Passwords.IssueAsync("nobody@example.org", "::1", Cancel));
        Assert.Null(await Passwords.IssueAsync(email: null, "::1", Cancel));
    }

    [Fact]
    public async Task An_owner_gives_links_only_to_those_who_belong_to_no_workspace_of_others()
    {
        var (caller, _) = await NewAsync();
        var room = await database.WorkspaceAsync();
        Assert.NotNull(await Passwords.IssueAsync(room, caller.Person, Cancel));
        var elsewhere = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Elsewhere', now())", elsewhere);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Viewer')", elsewhere, caller.Person);
        Assert.Null(await Passwords.IssueAsync(room, caller.Person, Cancel));
        Assert.Null(await Passwords.IssueAsync(room, Guid.CreateVersion7(), Cancel));
        await database.TamperAsync("DELETE FROM membership WHERE workspace_id = $1", elsewhere);
        await database.TamperAsync("UPDATE person SET is_administrator = true WHERE id = $1", caller.Person);
        Assert.Null(await Passwords.IssueAsync(room, caller.Person, Cancel));
    }

    private Task<Proven?> SignInAsync(string email, string password) => database.Get<PasswordSignIn>().TryAsync(email, password, "::1", Cancel);

    private async Task<Guid> SessionAsync(Guid person) =>
        (await database.Get<Sessions>().StartAsync(person, SignInMethod.Password, secondFactor: false, "Firefox", "::1", Cancel)).Id;

    private async Task<(Caller Caller, string Email)> NewAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var (token, _) = await database.Get<Invitations>().MakeAsync(await database.WorkspaceAsync(), Role.Editor, email, Cancel);
        Assert.Null(await database.Get<Invitations>().AcceptAsync(token, new("Somebody", email, Before), "::1", Cancel));
        var person = (await SignInAsync(email, Before))!.Person;
        return (Caller.InSession(person, await SessionAsync(person)), email);
    }
}
