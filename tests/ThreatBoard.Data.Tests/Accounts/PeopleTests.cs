using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class PeopleTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private InstallationPeople People => database.Get<InstallationPeople>();

    [Fact]
    public async Task Only_an_administrator_in_a_living_session_looks_after_the_installation()
    {
        var ann = await database.PersonAsync("Ann");
        Assert.Null(await AsAsync(ann));
        var session = await database.Get<Sessions>().StartAsync(Database.LocalPerson, SignInMethod.Link, secondFactor: false, "Firefox", "::1", Cancel);
        var caller = Caller.InSession(Database.LocalPerson, session.Id);
        Assert.NotNull(await database.Access.ForInstallationAsync(caller, Cancel));
        Assert.Null(await database.Access.ForInstallationAsync(Caller.InSession(ann, session.Id), Cancel));
        await database.Get<Sessions>().EndAsync(caller, session.Id, Cancel);
        Assert.Null(await database.Access.ForInstallationAsync(caller, Cancel));
    }

    [Fact]
    public async Task Somebody_who_is_disabled_is_signed_out_and_can_be_enabled_again()
    {
        var ann = await database.PersonAsync("Ann");
        var room = await database.RoomAsync(ann, "Payments");
        var session = await database.Get<Sessions>().StartAsync(ann, SignInMethod.Password, secondFactor: false, "Firefox", "::1", Cancel);
        var installation = (await AsAsync(Database.LocalPerson))!;
        Assert.Equal(["Payments"], (await People.ListAsync(installation, Cancel)).Single(person => person.Id == ann).SoleOwnerOf);
        Assert.Null(await People.DisableAsync(installation, ann, Cancel));
        Assert.Null(await database.Access.ForWorkspaceAsync(Caller.InSession(ann, session.Id), room.WorkspaceId, Right.Read, Cancel));
        Assert.Null(await People.EnableAsync(installation, ann, Cancel));
        Assert.NotNull(await database.InAsync(room.WorkspaceId, ann));
        Assert.Null(await database.Access.ForWorkspaceAsync(Caller.InSession(ann, session.Id), room.WorkspaceId, Right.Read, Cancel));
        Assert.Equal([AuditKind.AccountEnabled, AuditKind.AccountDisabled],
            (await database.Get<SecurityAudit>().ListAsync(installation, new("account"), Cancel)).Where(line => line.Detail.Contains(ann.ToString())).Select(line => line.Kind));
    }

    [Fact]
    public async Task The_last_administrator_stays_even_when_two_are_disabled_at_once()
    {
        var ann = await database.PersonAsync("Ann", administrator: true);
        var (asAnn, asMe) = ((await AsAsync(ann))!, (await AsAsync(Database.LocalPerson))!);
        var answers = await Task.WhenAll(
            Task.Run(() => People.DisableAsync(asAnn, Database.LocalPerson, Cancel), Cancel), Task.Run(() => People.DisableAsync(asMe, ann, Cancel), Cancel));
        Assert.Single(answers, answer => answer is null);
        Assert.Contains("You are no administrator any more.", answers);
        var (left, gone) = await AsAsync(ann) is { } stands ? (stands, Database.LocalPerson) : (asMe, ann);
        Assert.Equal("An installation needs an administrator: make somebody else one first.", await People.DisableAsync(left, left.Person.Id, Cancel));
        Assert.Equal("An installation needs an administrator: make somebody else one first.", await People.MakeAdministratorAsync(left, left.Person.Id, administrator: false, Cancel));
        Assert.Null(await People.EnableAsync(left, gone, Cancel));
        Assert.Null(await People.MakeAdministratorAsync((await AsAsync(Database.LocalPerson))!, ann, administrator: false, Cancel));
    }

    private Task<InstallationAccess?> AsAsync(Guid person) => database.Access.ForInstallationAsync(Caller.OfProcess(person), Cancel);
}
