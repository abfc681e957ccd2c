using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class DoorTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_read_again_and_equals_the_journal()
    {
        var model = await database.NewModelAsync();
        var (web, store) = (Some.Component("web"), Some.Component("orders", kind: ComponentKind.DataStore));

        var applied = Applied(await database.EditAsync(model, Change.Add(web), Change.Add(store), Change.Add(Some.Flow(web, store))));

        Assert.Equal(2, applied.Number);
        var rows = await database.RowsAsync(model);
        Assert.Equal(web, rows.Find<Component>(web.Id));
        Assert.Empty(Comparison.Between(rows, await database.Journal.ReplayAsync(model, Cancel)));
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task The_same_operation_twice_is_written_once_and_answers_the_same()
    {
        var model = await database.NewModelAsync();
        var operation = OperationId.New(TimeProvider.System);
        var intent = new Intent.Edit([Change.Add(Some.Component())], Setter.Person);

        var first = Applied(await database.Store.ApplyAsync(model, intent, operation, Cancel));
        await database.EditAsync(model, Change.Of((Component)After(first)!, (Component)After(first)! with { Name = "renamed" }));
        var again = Applied(await database.Store.ApplyAsync(model, intent, operation, Cancel));

        Assert.Equal(first.Number, again.Number);
        Assert.Equal(first.Changes.AsEnumerable(), again.Changes);
        Assert.Equal(3, (await database.Journal.AfterAsync(model, 0, 10, Cancel)).Count);
    }

    [Fact]
    public async Task The_same_operation_id_with_another_intent_is_refused()
    {
        var model = await database.NewModelAsync();
        var operation = OperationId.New(TimeProvider.System);
        await database.Store.ApplyAsync(model, new Intent.Edit([Change.Add(Some.Component())], Setter.Person), operation, Cancel);

        var other = await database.Store.ApplyAsync(model, new Intent.Edit([Change.Add(Some.Component())], Setter.Person), operation, Cancel);

        Assert.Contains("operation id", Assert.Single(Assert.IsType<Outcome.Refused>(other).Violations).Message);
    }

    [Fact]
    public async Task An_operation_that_changes_nothing_is_remembered_all_the_same()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));

        var nothing = Applied(await database.EditAsync(model, Change.Add(web)));

        Assert.Empty(nothing.Changes);
        Assert.Equal(3, nothing.Number);
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task Two_writers_of_different_fields_both_win()
    {
        var model = await database.NewModelAsync();
        var seen = Some.Component();
        await database.EditAsync(model, Change.Add(seen));

        await database.EditAsync(model, Change.Of(seen, seen with { Name = "frontend" }));
        var second = Applied(await database.EditAsync(model, Change.Of(seen, seen with { Technology = "nginx", Tags = ["edge"] })));

        Assert.Equal(seen with { Name = "frontend", Technology = "nginx", Tags = ["edge"] }, After(second));
    }

    [Fact]
    public async Task The_second_writer_of_the_same_field_is_asked_and_nothing_is_written()
    {
        var model = await database.NewModelAsync();
        var seen = Some.Component();
        await database.EditAsync(model, Change.Add(seen));
        await database.EditAsync(model, Change.Of(seen, seen with { Name = "frontend" }));

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Of(seen, seen with { Name = "gateway", Technology = "envoy" }), Change.Add(Some.Asset())));

        var conflict = Assert.Single(refused.Conflicts);
        Assert.Equal(("name", "web", "frontend", "gateway"), (conflict.Field, conflict.Base, conflict.Theirs, conflict.Mine));
        Assert.Empty((await database.RowsAsync(model)).All<Asset>());
        Assert.Equal(3, (await database.Journal.LatestAsync(model, 1, Cancel))[0].Number);
    }

    [Fact]
    public async Task Removing_what_others_hang_on_asks_then_takes_them_along()
    {
        var model = await database.NewModelAsync();
        var (pod, ns) = (Some.Boundary("web", BoundaryKind.Pod), Some.Boundary());
        pod = pod with { Tenancy = ns.Id };
        var (web, store, diagram) = (Some.Component("web", pod.Id), Some.Component("orders"), Some.Diagram());
        var flow = Some.Flow(web, store);
        var (finding, kept) = (Some.Finding(EntityRef.To(flow)), Some.Threat(ThreatSubject.Of(web)));
        await database.EditAsync(model, Setter.Anyone, Change.Add(ns), Change.Add(pod), Change.Add(web), Change.Add(store), Change.Add(flow), Change.Add(diagram),
            Change.Add(Some.Placement(diagram, EntityRef.To(web))), Change.Add(Some.Control(EntityRef.To(flow))), Change.Add(finding), Change.Add(kept));
        var remove = new Intent.Edit([Change.Remove(web), Change.Remove(pod)], Setter.Person);

        var asks = Assert.IsType<Outcome.Asks>(await database.Store.ApplyAsync(model, remove, OperationId.New(TimeProvider.System), Cancel));
        var done = Applied(await database.Store.ApplyAsync(model, remove with { WithClosure = true }, OperationId.New(TimeProvider.System), Cancel));

        Assert.Equal(["flow", "threat"], asks.Besides.Select(c => c.Shape.Name).Order());
        var rows = await database.RowsAsync(model);
        Assert.Empty(rows.All<Flow>());
        Assert.Empty(rows.All<Control>());
        Assert.Empty(rows.All<Placement>());
        Assert.Null(rows.Find<Threat>(finding.Id));
        Assert.Equal(new ThreatSubject(EntityRef.To(web), IsGone: true, "web"), rows.Find<Threat>(kept.Id)!.Subject);
        await database.EditAsync(model, [.. done.Changes.Reverse().Select(c => c.Inverse()).Where(c => c is not Change<Threat>)]);
        Assert.Equal(web, (await database.RowsAsync(model)).Find<Component>(web.Id));
    }

    [Fact]
    public async Task Members_of_a_removed_boundary_move_up()
    {
        var model = await database.NewModelAsync();
        var cluster = Some.Boundary("production", BoundaryKind.Cluster);
        var ns = Some.Boundary("shop", BoundaryKind.Namespace, cluster.Id);
        var web = Some.Component("web", ns.Id);
        await database.EditAsync(model, Change.Add(cluster), Change.Add(ns), Change.Add(web));

        await database.Store.ApplyAsync(model, new Intent.Edit([Change.Remove(ns)], Setter.Person, WithClosure: true), OperationId.New(TimeProvider.System), Cancel);

        Assert.Equal(cluster.Id, (await database.RowsAsync(model)).Find<Component>(web.Id)!.Tenancy);
    }

    [Fact]
    public async Task Two_edits_that_together_make_a_circle_are_not_both_taken()
    {
        var model = await database.NewModelAsync();
        var (one, two) = (Some.Boundary("one", BoundaryKind.Network), Some.Boundary("two", BoundaryKind.Network));
        await database.EditAsync(model, Change.Add(one), Change.Add(two));

        Applied(await database.EditAsync(model, Change.Of(one, one with { Zone = two.Id })));
        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Of(two, two with { Zone = one.Id })));

        Assert.Contains("inside itself", Assert.Single(refused.Violations).Message);
    }

    [Fact]
    public async Task A_boundary_that_changes_its_kind_must_still_hold_what_lies_in_it()
    {
        var model = await database.NewModelAsync();
        var ns = Some.Boundary();
        await database.EditAsync(model, Change.Add(ns), Change.Add(Some.Component("web", ns.Id)));

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Of(ns, ns with { Kind = BoundaryKind.Node })));

        Assert.Equal("tenancy", Assert.Single(refused.Violations).Field);
    }

    [Fact]
    public async Task A_person_cannot_forge_what_a_rule_says()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));
        var finding = Some.Finding(EntityRef.To(web));
        Applied(await database.EditAsync(model, Setter.Rule, Change.Add(finding)));

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Of(finding, finding with { Verdict = new(Answer.NotFound, "trust me") })));

        Assert.Equal("verdict", Assert.Single(refused.Violations).Field);
    }

    [Fact]
    public async Task A_second_finding_of_the_same_key_a_second_placement_and_a_second_link_are_refused()
    {
        var model = await database.NewModelAsync();
        var (web, diagram) = (Some.Component(), Some.Diagram());
        await database.EditAsync(model, Change.Add(web), Change.Add(diagram), Change.Add(Some.Placement(diagram, EntityRef.To(web))));
        var finding = Some.Finding(EntityRef.To(web));
        await database.EditAsync(model, Setter.Rule, Change.Add(finding));
        var (mitigation, second) = (Some.Mitigation(), Some.Link(Some.Mitigation(), finding));
        await database.EditAsync(model, Change.Add(mitigation), Change.Add(Some.Link(mitigation, finding)));

        Assert.Equal("finding", await RefusedFieldAsync(model, Change.Add(Some.Finding(EntityRef.To(web)))));
        Assert.Equal("element", await RefusedFieldAsync(model, Change.Add(Some.Placement(diagram, EntityRef.To(web)))));
        Assert.Equal("threat", await RefusedFieldAsync(model, Change.Add(second with { Mitigation = mitigation.Id })));
    }

    [Fact]
    public async Task Naming_what_does_not_exist_is_refused()
    {
        var model = await database.NewModelAsync();
        var elsewhere = await database.NewModelAsync("Other");
        var foreign = Some.Boundary();
        await database.EditAsync(elsewhere, Change.Add(foreign));

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Add(Some.Component("web", foreign.Id))));

        Assert.Contains("does not exist", Assert.Single(refused.Violations).Message);
    }

    [Fact]
    public async Task An_archived_model_is_read_only_until_it_is_brought_back()
    {
        var model = await database.NewModelAsync();
        await database.Models.ArchiveAsync(model, archived: true, Cancel);

        Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Change.Add(Some.Asset())));
        await database.Models.ArchiveAsync(model, archived: false, Cancel);
        Applied(await database.EditAsync(model, Change.Add(Some.Asset())));
    }

    [Fact]
    public async Task A_foreign_and_a_missing_model_answer_the_same()
    {
        var model = await database.NewModelAsync();
        var stranger = await StrangerAsync();

        Assert.NotNull(await database.Access.ForAsync(Caller.OfProcess(Database.LocalPerson), model.ModelId, Right.Edit, Cancel));
        Assert.Null(await database.Access.ForAsync(Caller.OfProcess(stranger), model.ModelId, Right.Read, Cancel));
        Assert.Null(await database.Access.ForAsync(Caller.OfProcess(Database.LocalPerson), Guid.CreateVersion7(), Right.Read, Cancel));
    }

    private async Task<string?> RefusedFieldAsync(ModelAccess model, Change change) =>
        Assert.Single(Assert.IsType<Outcome.Refused>(await database.EditAsync(model, Setter.Anyone, change)).Violations).Field;

    private static Outcome.Applied Applied(Outcome outcome) => Assert.IsType<Outcome.Applied>(outcome);

    private static IEntity? After(Outcome.Applied applied) =>
        ModelContent.Empty.Apply(applied.Changes).Find(Assert.Single(applied.Changes).Entity);

    private async Task<Guid> StrangerAsync()
    {
        var id = Guid.CreateVersion7();
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand("INSERT INTO person (id, name, created_at) VALUES ($1, 'Mallory', now())");
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(Cancel);
        return id;
    }
}
