using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class WorkspacesTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Workspaces Workspaces => database.Get<Workspaces>();

    [Fact]
    public async Task Whoever_makes_a_workspace_owns_it_and_sees_it_beside_the_others()
    {
        var ann = await database.PersonAsync("Ann");
        await database.RoomAsync(ann, "Payments");
        var other = await database.RoomAsync(await database.PersonAsync("Ben"), "Billing");
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Viewer')", other.WorkspaceId, ann);
        Assert.Equal([("Billing", Role.Viewer, 2), ("Payments", Role.Owner, 1)], (await Workspaces.ListAsync(Caller.OfProcess(ann), Cancel)).Select(room => (room.Name, room.Role, room.Members)));
    }

    [Fact]
    public async Task Somebody_whose_session_ended_makes_and_lists_nothing()
    {
        var ann = await database.PersonAsync("Ann");
        var session = await database.Get<Sessions>().StartAsync(ann, SignInMethod.Password, secondFactor: false, "Firefox", "::1", Cancel);
        var caller = Caller.InSession(ann, session.Id);
        Assert.Null((await Workspaces.CreateAsync(caller, "Payments", Cancel)).Problem);
        await database.Get<Sessions>().EndAsync(caller, session.Id, Cancel);
        Assert.Equal("You are not signed in any more.", (await Workspaces.CreateAsync(caller, "More", Cancel)).Problem);
        Assert.Empty(await Workspaces.ListAsync(caller, Cancel));
    }

    [Fact]
    public async Task A_workspace_that_asks_for_a_second_factor_is_listed_as_locked()
    {
        var ann = await database.PersonAsync("Ann");
        var room = await database.RoomAsync(ann);
        var session = await database.Get<Sessions>().StartAsync(ann, SignInMethod.Password, secondFactor: false, "Firefox", "10.0.0.7", Cancel);
        var caller = Caller.InSession(ann, session.Id);
        var open = (await database.Access.ForWorkspaceAsync(caller, room.WorkspaceId, Right.Administer, Cancel))!;
        Assert.Null(await Workspaces.RequireSecondFactorAsync(open, required: true, Cancel));
        Assert.True((await Workspaces.ListAsync(caller, Cancel)).Single().IsLocked);
        Assert.Null(await database.Access.ForWorkspaceAsync(caller, room.WorkspaceId, Right.Read, Cancel));
        var line = (await database.Get<SecurityAudit>().ListAsync(room, new(AuditKind.SettingChanged), Cancel)).Single();
        Assert.Equal(("10.0.0.7", """{"from":"no","setting":"requires-second-factor","to":"yes"}"""), (line.Address, line.Detail));
    }

    [Fact]
    public async Task Names_are_kept_within_bounds_and_only_owners_give_them()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Ann"));
        var ben = await database.JoinAsync(room, "Ben", Role.Editor);
        Assert.StartsWith("The name is empty", await Workspaces.RenameAsync(room, " ", Cancel));
        Assert.StartsWith("The name has 201 characters", await Workspaces.RenameAsync(room, new('x', 201), Cancel));
        var asBen = (await database.InAsync(room.WorkspaceId, ben))!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Workspaces.RenameAsync(asBen, "Mine", Cancel));
        Assert.Null(await Workspaces.RenameAsync(room, "Payments", Cancel));
        Assert.Equal("Payments", (await database.InAsync(room.WorkspaceId, ben))!.Workspace.Name);
    }
}
