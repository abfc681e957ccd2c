using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class MembersTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Members Members => database.Get<Members>();

    private SecurityAudit Audit => database.Get<SecurityAudit>();

    [Fact]
    public async Task Owners_come_first_and_then_names()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        await database.JoinAsync(room, "Zoe", Role.Viewer);
        await database.JoinAsync(room, "Ann", Role.Viewer);
        Assert.Equal(["Olga", "Ann", "Zoe"], (await Members.ListAsync(room, Cancel)).Select(member => member.Name));
    }

    [Fact]
    public async Task A_changed_role_counts_at_once_and_is_a_line_of_the_audit()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        var ann = await database.JoinAsync(room, "Ann", Role.Viewer);
        Assert.Null(await Members.ChangeRoleAsync(room, ann, Role.Editor, Cancel));
        Assert.True((await database.InAsync(room.WorkspaceId, ann))!.May(Right.Edit));
        var line = (await Audit.ListAsync(room, new(AuditKind.RoleChanged), Cancel)).Single();
        Assert.Equal("Olga", line.Person);
        Assert.Equal($$"""{"from":"Viewer","member":"Ann","member-id":"{{ann}}","to":"Editor"}""", line.Detail);
    }

    [Fact]
    public async Task Whoever_is_removed_finds_nothing_any_more()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        var ann = await database.JoinAsync(room, "Ann", Role.Editor);
        Assert.Null(await Members.RemoveAsync(room, ann, Cancel));
        Assert.Null(await database.InAsync(room.WorkspaceId, ann));
        Assert.Equal("This person is no member any more.", await Members.RemoveAsync(room, ann, Cancel));
        Assert.Single(await Audit.ListAsync(room, new("member.removed"), Cancel));
    }

    [Fact]
    public async Task Anybody_may_leave_and_only_owners_send_others_away()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        var (ann, ben) = (await database.JoinAsync(room, "Ann", Role.Viewer), await database.JoinAsync(room, "Ben", Role.Editor));
        var asAnn = (await database.InAsync(room.WorkspaceId, ann))!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Members.RemoveAsync(asAnn, ben, Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Members.ChangeRoleAsync(asAnn, ann, Role.Owner, Cancel));
        Assert.Null(await Members.RemoveAsync(asAnn, ann, Cancel));
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        var olga = await database.PersonAsync("Olga");
        var room = await database.RoomAsync(olga);
        const string needed = "A workspace needs an owner: make somebody else an owner first.";
        Assert.Equal(needed, await Members.RemoveAsync(room, olga, Cancel));
        Assert.Equal(needed, await Members.ChangeRoleAsync(room, olga, Role.Editor, Cancel));
        var disabled = await database.JoinAsync(room, "Gone", Role.Owner);
        await database.TamperAsync("UPDATE person SET disabled_at = now() WHERE id = $1", disabled);
        Assert.Equal(needed, await Members.RemoveAsync(room, olga, Cancel));
        Assert.Null(await Members.RemoveAsync(room, disabled, Cancel));
    }

    [Fact]
    public async Task Owners_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 10; round++)
        {
            var first = await database.PersonAsync("First");
            var room = await database.RoomAsync(first);
            var owners = new List<Guid> { first };
            for (var i = 0; i < 4; i++) owners.Add(await database.JoinAsync(room, $"Owner {i}", Role.Owner));
            var rooms = await Task.WhenAll(owners.Select(owner => database.InAsync(room.WorkspaceId, owner)));
            await Task.WhenAll(rooms.Select((mine, i) => Task.Run(() => Members.RemoveAsync(mine!, owners[(i + 1) % owners.Count], Cancel), Cancel)));
            await Task.WhenAll(rooms.Select((mine, i) => Task.Run(() => Members.ChangeRoleAsync(mine!, owners[i], Role.Viewer, Cancel), Cancel)));
            Assert.Contains(await Task.WhenAll(owners.Select(owner => database.InAsync(room.WorkspaceId, owner))), mine => mine?.May(Right.Administer) == true);
        }

        Assert.Null(await Audit.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task An_owner_who_was_downgraded_a_moment_ago_changes_nothing_more()
    {
        var olga = await database.PersonAsync("Olga");
        var room = await database.RoomAsync(olga);
        var (ann, ben) = (await database.JoinAsync(room, "Ann", Role.Owner), await database.JoinAsync(room, "Ben", Role.Viewer));
        var asAnn = (await database.InAsync(room.WorkspaceId, ann))!;
        Assert.Null(await Members.ChangeRoleAsync(room, ann, Role.Viewer, Cancel));
        Assert.Equal("You are no owner of this workspace any more.", await Members.ChangeRoleAsync(asAnn, ben, Role.Owner, Cancel));
    }
}
