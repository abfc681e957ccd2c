using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class InvitationTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    public const string Password = "grapes over the harbour";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Invitations Invitations => database.Get<Invitations>();

    [Fact]
    public async Task Whoever_is_invited_gets_an_account_and_the_role()
    {
        var token = await InviteAsync(Role.Reviewer);
        Assert.Equal(new("Workspace", Role.Reviewer, null), await Invitations.LookAsync(token, Cancel));
        Assert.Null(await Invitations.AcceptAsync(token, new("Ada", "ada@example.org", Password), "::1", Cancel));
        var proven = await SignIn.TryAsync("ADA@example.org ", Password, "::1", Cancel);
        var room = Assert.Single(await database.Access.WorkspacesAsync(Caller.OfProcess(proven!.Person), Right.Read, Cancel));
        Assert.True(room.May(Right.Comment) && !room.May(Right.Edit));
        Assert.Equal("Ada", room.Person.Name);
        Assert.Null(await database.Get<SecurityAudit>().VerifyAsync(Cancel));
    }

    [Fact]
    public async Task An_invitation_works_once_however_many_try_at_the_same_time()
    {
        var token = await InviteAsync(Role.Editor);
        var problems = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Invitations.AcceptAsync(token, new($"Twin {i}", $"twin{i}@example.org", Password), "::1", Cancel)));
        Assert.Single(problems, problem => problem is null);
        await using var db = database.Db();
        Assert.Single(db.People.Where(person => person.Name.StartsWith("Twin")));
    }

    [Fact]
    public async Task A_refused_account_leaves_the_invitation_open()
    {
        var token = await InviteAsync(Role.Editor);
        Assert.Equal("password", (await Invitations.AcceptAsync(token, new("Bo", "bo@example.org", "password1234"), "::1", Cancel))?.Field);
        Assert.Equal("email", (await Invitations.AcceptAsync(token, new("Bo", "bo at example", Password), "::1", Cancel))?.Field);
        Assert.Equal("name", (await Invitations.AcceptAsync(token, new(" ", "bo@example.org", Password), "::1", Cancel))?.Field);
        Assert.Null(await Invitations.AcceptAsync(token, new("Bo", "bo@example.org", Password), "::1", Cancel));
        Assert.Equal("email", (await Invitations.AcceptAsync(await InviteAsync(Role.Viewer), new("Bo again", "BO@example.org", Password), "::1", Cancel))?.Field);
    }

    [Fact]
    public async Task An_expired_or_withdrawn_invitation_is_worth_nothing()
    {
        var (expired, withdrawn) = (await InviteAsync(Role.Viewer), await InviteAsync(Role.Viewer));
        var room = await database.WorkspaceAsync();
        await Invitations.TakeBackAsync(room, (await Invitations.ListAsync(room, Cancel))[0].Id, Cancel);
        await database.TamperAsync("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE taken_back_at IS NULL");
        foreach (var token in new[] { expired, withdrawn, "", null, new string('0', 48) })
        {
            Assert.Null(await Invitations.LookAsync(token, Cancel));
            Assert.Equal("", (await Invitations.AcceptAsync(token, new("Cy", "cy@example.org", Password), "::1", Cancel))?.Field);
        }
    }

    [Fact]
    public async Task An_invitation_to_an_address_makes_the_account_with_that_address()
    {
        var token = await InviteAsync(Role.Viewer, "dee@example.org");
        Assert.Null(await Invitations.AcceptAsync(token, new("Dee", "somebody.else@example.org", Password), "::1", Cancel));
        Assert.NotNull(await SignIn.TryAsync("dee@example.org", Password, "::1", Cancel));
    }

    [Fact]
    public async Task Somebody_who_is_here_already_joins_and_keeps_the_higher_role()
    {
        var model = await database.NewModelAsync();
        var person = (await database.AsAsync(model, "Eve", Role.Editor)).Person.Id;
        Assert.Null(await Invitations.AcceptAsync(Caller.OfProcess(person), await InviteAsync(Role.Viewer), "::1", Cancel));
        Assert.NotNull(await database.Access.ForAsync(Caller.OfProcess(person), model.ModelId, Right.Edit, Cancel));
        Assert.Null(await Invitations.AcceptAsync(Caller.OfProcess(person), await InviteAsync(Role.Owner), "::1", Cancel));
        Assert.NotNull(await database.Access.ForAsync(Caller.OfProcess(person), model.ModelId, Right.Administer, Cancel));
    }

    private PasswordSignIn SignIn => database.Get<PasswordSignIn>();

    private async Task<string> InviteAsync(Role role, string? email = null) =>
        (await Invitations.MakeAsync(await database.WorkspaceAsync(), role, email, Cancel)).Token!;
}
