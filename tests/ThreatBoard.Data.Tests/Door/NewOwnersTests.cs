using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class NewOwnersTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_owns_under_the_name_they_have_whatever_name_was_sent()
    {
        var model = await database.NewModelAsync();
        var anna = (await database.AsAsync(model, "Anna")).Person;
        var threat = Some.Threat() with { Owner = Owner.Person(anna.Id, "Somebody else") };
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(threat)));
        Assert.Equal(Owner.Person(anna.Id, "Anna"), (await database.RowsAsync(model)).Find<Threat>(threat.Id.Value)!.Owner);
    }

    [Fact]
    public async Task A_team_owns_a_mitigation()
    {
        var model = await database.NewModelAsync();
        var team = await TeamAsync("Platform");
        var mitigation = Some.Mitigation() with { Owner = team };
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(mitigation)));
        Assert.Equal(team, (await database.RowsAsync(model)).Find<Mitigation>(mitigation.Id.Value)!.Owner);
    }

    [Fact, Trait("Matrix", "D3")]
    public async Task Whoever_is_not_in_the_workspace_owns_nothing_and_none_of_the_batch_is_written()
    {
        var model = await database.NewModelAsync();
        var stranger = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, 'Stranger', now())", stranger);
        var team = await TeamAsync("Not a person");
        var before = await database.RowsAsync(model);
        foreach (var owner in new[] { Owner.Person(stranger, "Stranger"), Owner.Team(stranger, "Stranger"), Owner.Person(team.Account!.Value, team.Name), Owner.Person(Guid.CreateVersion7(), "You") })
        {
            var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Add(Some.Threat()), Change.Add(Some.Threat() with { Owner = owner })));
            Assert.Contains("no member and no team", Assert.Single(refused.Violations).Message, StringComparison.Ordinal);
        }

        Assert.Empty(Comparison.Between(before, await database.RowsAsync(model)));
    }

    [Fact]
    public async Task A_mere_name_is_set_by_no_person_and_stays_where_it_is()
    {
        var model = await database.NewModelAsync();
        var imported = Some.Mitigation() with { Owner = Owner.Named("Ada") };
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Importer, Change.Add(imported)));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Of(imported, imported with { Title = "Other" })));
        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Of(imported, imported with { Owner = Owner.Named("Grace") })));
        Assert.Contains("“Grace” is only a name", Assert.Single(refused.Violations).Message, StringComparison.Ordinal);
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Of(imported, imported with { Owner = Owner.Nobody })));
    }

    [Fact]
    public async Task What_was_removed_comes_back_with_the_owner_it_had()
    {
        var model = await database.NewModelAsync();
        var old = Some.Threat() with { Owner = Owner.Named("Ada") };
        await database.EditAsync(model, Setter.Anyone, Change.Add(old));
        await database.EditAsync(model, Change.Remove(old));
        Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Add(old with { Owner = Owner.Named("Eve") })));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(old)));
    }

    [Fact]
    public async Task Who_leaves_the_workspace_stays_readable_on_their_work_and_is_given_no_more()
    {
        var model = await database.NewModelAsync();
        var anna = Owner.Person((await database.AsAsync(model, "Anna")).Person.Id, "Anna");
        var threat = Some.Threat() with { Owner = anna };
        await database.EditAsync(model, Change.Add(threat));

        await using (var db = database.Db())
        {
            db.Remove(db.Memberships.Single(m => m.PersonId == anna.Account));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(anna, (await database.RowsAsync(model)).Find<Threat>(threat.Id.Value)!.Owner);
        Assert.Empty((await database.Get<WorkspaceDirectory>().StandingAsync(model, [anna.Account!.Value], Cancel)).Known);
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Of(threat, threat with { Title = "Other" })));
        Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Add(Some.Threat() with { Owner = anna })));
    }

    [Fact]
    public async Task In_the_copy_for_another_workspace_owners_are_names_and_both_audits_tell_of_it()
    {
        var model = await database.NewModelAsync();
        var threat = Some.Threat() with { Owner = Owner.Person(Database.LocalPerson, "You") };
        await database.EditAsync(model, Change.Add(threat));
        var elsewhere = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Elsewhere', now())", elsewhere);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Owner')", elsewhere, Database.LocalPerson);
        var workspace = (await database.Access.ForWorkspaceAsync(Caller.OfProcess(Database.LocalPerson), elsewhere, Right.Edit, Cancel))!;

        var copy = await database.Models.DuplicateAsync(model, workspace, "Copy", Cancel);

        Assert.Equal(Owner.Named("You"), Assert.Single((await database.RowsAsync(copy)).All<Threat>()).Owner);
        await using var db = database.Db();
        Assert.Equal(AuditKind.Imported, Assert.Single(db.Audit.Where(row => row.WorkspaceId == elsewhere)).Kind);
        Assert.Contains(db.Audit.Where(row => row.WorkspaceId == model.WorkspaceId && row.Kind == AuditKind.Exported).Select(row => row.Detail), detail => detail.Contains("Elsewhere", StringComparison.Ordinal));
    }

    private async Task<Owner> TeamAsync(string name)
    {
        var workspace = await database.WorkspaceAsync();
        Assert.Null(await database.Get<Teams>().CreateAsync(workspace, name, Cancel));
        return (await database.Get<WorkspaceDirectory>().TeamsAsync(workspace, Cancel)).Where(team => team.Name == name).Select(team => Owner.Team(team.Id, team.Name)).Single();
    }
}
