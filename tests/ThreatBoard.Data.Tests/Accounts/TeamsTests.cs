using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class TeamsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Teams Teams => database.Get<Teams>();

    private WorkspaceDirectory Directory => database.Get<WorkspaceDirectory>();

    [Fact]
    public async Task A_team_is_made_renamed_filled_emptied_and_removed()
    {
        var workspace = await NewWorkspaceAsync();
        var anna = await JoinAsync(workspace, "Anna");
        Assert.Null(await Teams.CreateAsync(workspace, " Platform ", Cancel));
        var team = Assert.Single(await Directory.TeamsAsync(workspace, Cancel));
        Assert.Null(await Teams.RenameAsync(workspace, team.Id, "Plattform", Cancel));
        Assert.Null(await Teams.AddMemberAsync(workspace, team.Id, anna, Cancel));
        Assert.Null(await Teams.AddMemberAsync(workspace, team.Id, anna, Cancel));
        team = Assert.Single(await Directory.TeamsAsync(workspace, Cancel));
        Assert.Equal(("Plattform", "Anna"), (team.Name, Assert.Single(team.Members).Name));
        Assert.Null(await Teams.RemoveMemberAsync(workspace, team.Id, anna, Cancel));
        Assert.NotNull(await Teams.RemoveMemberAsync(workspace, team.Id, anna, Cancel));
        Assert.Null(await Teams.RemoveAsync(workspace, team.Id, Cancel));
        Assert.Empty(await Directory.TeamsAsync(workspace, Cancel));
        var audit = await database.Get<SecurityAudit>().ListAsync(workspace, new(), Cancel);
        Assert.Equal(6, audit.Count(row => row.Kind == AuditKind.TeamChanged));
    }

    [Theory]
    [InlineData(" ", "Give the team a name")]
    [InlineData("platform", "already")]
    [InlineData("two\nlines", "one line")]
    public async Task A_name_that_cannot_be_is_refused(string name, string because)
    {
        var workspace = await NewWorkspaceAsync();
        Assert.Null(await Teams.CreateAsync(workspace, "Platform", Cancel));
        Assert.Contains(because, await Teams.CreateAsync(workspace, name, Cancel), StringComparison.Ordinal);
        Assert.Contains("at most 100", await Teams.CreateAsync(workspace, new('x', Limits.Person + 1), Cancel), StringComparison.Ordinal);
    }

    [Fact, Trait("Matrix", "D3")]
    public async Task A_team_of_another_workspace_is_like_none_and_its_people_stay_out()
    {
        var (mine, theirs) = (await NewWorkspaceAsync(), await NewWorkspaceAsync());
        var stranger = await JoinAsync(theirs, "Stranger");
        await Teams.CreateAsync(mine, "Mine", Cancel);
        await Teams.CreateAsync(theirs, "Theirs", Cancel);
        var (own, foreign) = (Assert.Single(await Directory.TeamsAsync(mine, Cancel)).Id, Assert.Single(await Directory.TeamsAsync(theirs, Cancel)).Id);

        Assert.Contains("no such team", await Teams.RenameAsync(mine, foreign, "Taken", Cancel), StringComparison.Ordinal);
        Assert.Contains("no such team", await Teams.RemoveAsync(mine, foreign, Cancel), StringComparison.Ordinal);
        Assert.Contains("no such team", await Teams.AddMemberAsync(mine, foreign, Database.LocalPerson, Cancel), StringComparison.Ordinal);
        Assert.Contains("Only members", await Teams.AddMemberAsync(mine, own, stranger, Cancel), StringComparison.Ordinal);
        Assert.Equal("Theirs", Assert.Single(await Directory.TeamsAsync(theirs, Cancel)).Name);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Editor)]
    public async Task Only_an_owner_changes_teams(Role role)
    {
        var workspace = await NewWorkspaceAsync();
        await Teams.CreateAsync(workspace, "Platform", Cancel);
        var person = await JoinAsync(workspace, "Other", role);
        var theirs = (await database.Access.ForWorkspaceAsync(Caller.OfProcess(person), workspace.WorkspaceId, Right.Read, Cancel))!;
        var team = Assert.Single(await Directory.TeamsAsync(theirs, Cancel)).Id;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Teams.CreateAsync(theirs, "Mine", Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Teams.RenameAsync(theirs, team, "Mine", Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Teams.RemoveAsync(theirs, team, Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Teams.AddMemberAsync(theirs, team, person, Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Teams.RemoveMemberAsync(theirs, team, person, Cancel));
    }

    [Fact]
    public async Task Whoever_leaves_the_workspace_leaves_its_teams()
    {
        var workspace = await NewWorkspaceAsync();
        var anna = await JoinAsync(workspace, "Anna");
        await Teams.CreateAsync(workspace, "Platform", Cancel);
        var team = Assert.Single(await Directory.TeamsAsync(workspace, Cancel));
        await Teams.AddMemberAsync(workspace, team.Id, anna, Cancel);
        await using (var db = database.Db())
        {
            db.Remove(db.Memberships.Single(m => m.PersonId == anna));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Empty(Assert.Single(await Directory.TeamsAsync(workspace, Cancel)).Members);
    }

    [Fact, Trait("Matrix", "D27")]
    public async Task A_search_finds_people_and_teams_by_the_beginning_of_a_name_and_nobody_of_elsewhere()
    {
        var (mine, theirs) = (await NewWorkspaceAsync(), await NewWorkspaceAsync());
        await JoinAsync(theirs, "Anna Foreign");
        foreach (var name in new[] { "Anna Berg", "Bert Annason", "100%_\\", "Zoe" }) await JoinAsync(mine, name);
        await Teams.CreateAsync(mine, "Annual review", Cancel);
        await Teams.CreateAsync(theirs, "Annual audit", Cancel);
        var model = await database.Models.CreateAsync(mine, "Shop", "", [], Cancel);

        Assert.Equal(["Anna Berg", "Bert Annason", "Annual review"], await FoundAsync("aNN"));
        Assert.Equal(["100%_\\"], await FoundAsync("100%_\\"));
        Assert.Empty(await FoundAsync("%"));
        Assert.Equal(["Anna Berg"], await FoundAsync("ann", limit: 1));
        Assert.Equal(["Anna Berg", "Bert Annason"], await FoundAsync("ann", withTeams: false));
        Assert.Contains("You", await FoundAsync(""));

        async Task<IEnumerable<string>> FoundAsync(string text, bool withTeams = true, int limit = 20) =>
            (await Directory.SearchAsync(model, text, withTeams, limit, Cancel)).Select(owner => owner.Name);
    }

    [Fact]
    public async Task Mine_are_I_and_the_teams_I_am_in()
    {
        var workspace = await NewWorkspaceAsync();
        await Teams.CreateAsync(workspace, "Mine", Cancel);
        await Teams.CreateAsync(workspace, "Others", Cancel);
        var teams = (await Directory.TeamsAsync(workspace, Cancel)).ToDictionary(team => team.Name, team => team.Id);
        await Teams.AddMemberAsync(workspace, teams["Mine"], Database.LocalPerson, Cancel);
        var model = await database.Models.CreateAsync(workspace, "Shop", "", [], Cancel);

        var standing = await Directory.StandingAsync(model, [teams["Others"], Guid.CreateVersion7()], Cancel);

        Assert.Equal([Database.LocalPerson, teams["Mine"]], standing.Mine.Order());
        Assert.Equal([Owner.Team(teams["Others"], "Others")], standing.Known.Values);
    }

    private async Task<WorkspaceAccess> NewWorkspaceAsync()
    {
        var id = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Room', now())", id);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Owner')", id, Database.LocalPerson);
        return (await database.Access.ForWorkspaceAsync(Caller.OfProcess(Database.LocalPerson), id, Right.Administer, Cancel))!;
    }

    private async Task<Guid> JoinAsync(WorkspaceAccess workspace, string name, Role role = Role.Editor)
    {
        var id = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, $2, now())", id, name);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", workspace.WorkspaceId, id, role.ToString());
        return id;
    }
}
