using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Listing;

public sealed class WorkspaceModelsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_model_has_three_actors_and_two_diagrams()
    {
        var model = await database.NewModelAsync("Shop");

        var rows = await database.RowsAsync(model);

        Assert.Equal(["Compromised container", "External attacker", "Malicious insider"], rows.All<Actor>().Select(a => a.Name).Order());
        Assert.Equal([("Compute", Grouping.Compute), ("Tenancy", Grouping.Tenancy)], rows.All<Diagram>().Select(d => (d.Name, d.Grouping)).Order());
        Assert.Equal(1, (await database.Journal.LatestAsync(model, 1, Cancel))[0].Number);
    }

    [Fact]
    public async Task A_copy_has_everything_but_comments_and_decisions_under_new_ids()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. Door.RoundTripTests.EveryKind]);
        var hash = await database.Get<SnapshotStore>().PutAsync(model, [7], Cancel);

        var copy = await database.Models.DuplicateAsync(model, await database.WorkspaceAsync(), "Copy", Cancel);

        var (was, now) = (await database.RowsAsync(model), await database.RowsAsync(copy));
        Assert.Empty(RecordsOf(now));
        Assert.Equal(was.Count - RecordsOf(was).Count(), now.Count);
        Assert.Empty(was.All<Component>().Select(c => c.Id).Intersect(now.All<Component>().Select(c => c.Id)));
        Assert.Empty(Invariants.Check(now));
        var flow = Assert.Single(now.All<Flow>());
        Assert.Equal("web", now.Find<Component>(flow.Ends.From.Value)!.Name);
        Assert.Equal(flow.Id.Value, Assert.Single(now.All<Threat>().Single(t => t.Finding is not null).Finding!.Subjects));
        Assert.Equal([7], await database.Get<SnapshotStore>().GetAsync(copy, hash, Cancel));
        Assert.Null(await database.Journal.VerifyAsync(copy, Cancel));
    }

    private static IEnumerable<Change> RecordsOf(ModelContent content) => Comparison.Between(ModelContent.Empty, content).Where(change => change.Shape.Part is ModelPart.Record);

    [Fact]
    public async Task Models_are_listed_with_counts_and_hidden_once_archived()
    {
        var workspace = await database.WorkspaceAsync();
        var model = await database.Models.CreateAsync(workspace, "Listed", "What it is", ["prod"], Cancel);
        await database.EditAsync(model, Change.Add(Some.Component()), Change.Add(Some.Threat() with { Assessment = new(3, 4, "") }));
        await database.ApplyAsync(model, new Intent.Publish("First"));

        var listed = (await database.Models.ListAsync(workspace, archived: false, Cancel)).Single(m => m.Id == model.ModelId);
        await database.Models.ArchiveAsync(model, archived: true, Cancel);

        Assert.Equal(("Listed", "What it is", 1, 0, 1, 12, 1), (listed.Name, listed.Description, listed.Components, listed.Flows, listed.OpenThreats, listed.ResidualScore, listed.Revisions));
        Assert.Equal(["prod"], listed.Tags);
        Assert.DoesNotContain(await database.Models.ListAsync(workspace, archived: false, Cancel), m => m.Id == model.ModelId);
        Assert.Contains(await database.Models.ListAsync(workspace, archived: true, Cancel), m => m.Id == model.ModelId && m.IsArchived);
    }

    [Fact]
    public async Task Names_descriptions_and_tags_are_changed_and_checked()
    {
        var model = await database.NewModelAsync();

        await database.Models.RenameAsync(model, "Store", Cancel);
        await database.Models.DescribeAsync(model, "New", Cancel);
        await database.Models.TagAsync(model, ["a", "b"], Cancel);

        var now = await database.Models.GetAsync(model, Cancel);
        Assert.Equal(("Store", "New"), (now.Name, now.Description));
        Assert.Equal(["a", "b"], now.Tags);
        await Assert.ThrowsAsync<ArgumentException>(() => database.Models.RenameAsync(model, " ", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Models.RenameAsync(model, new string('x', Limits.Name + 1), Cancel));
        var viewer = await database.AsAsync(model, "Vera", Role.Viewer);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.Models.RenameAsync(viewer, "Mine", Cancel));
    }
}
