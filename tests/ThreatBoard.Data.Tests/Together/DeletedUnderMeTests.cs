using System.Collections.Immutable;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Together;

public sealed class DeletedUnderMeTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly Component _web = Some.Component("web");
    private readonly Component _store = Some.Component("orders");
    private ModelAccess _ada = null!;
    private ModelAccess _grace = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Matrix", "B3")]
    public async Task Who_edits_what_was_deleted_learns_by_whom_and_brings_it_back_with_the_edit_in_one_entry()
    {
        var flow = Some.Flow(_web, _store);
        var (placement, control) = (await PlacementAsync(_web), Some.Control(EntityRef.To(_web)));
        await BeginAsync(Change.Add(flow), Change.Add(placement), Change.Add(control));
        var before = await database.RowsAsync(_ada);
        await RemoveAsync(_ada, _web);
        ImmutableArray<Change> mine = [Change.Of(_web, _web with { Name = "frontend" })];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        var touches = (await database.Journal.TouchesAsync(_grace, [EntityRef.To(_web)], Cancel))[EntityRef.To(_web)];
        var number = Applied(await RestoreAsync(mine, refused, Choice.KeepMine)).Number;

        Assert.Equal((ConflictKind.RemovedByThem, "Ada", "web"), (Assert.Single(refused.Conflicts).Kind, touches.Removed!.Author, touches.Was));
        Assert.Equal(before.With(_web with { Name = "frontend" }), await database.RowsAsync(_grace), SameContent);
        Assert.Equal((number, "restoring “web”"), ((await database.Journal.UndoAsync(_grace, Cancel)).Undo!.Number, (await database.Journal.UndoAsync(_grace, Cancel)).Undo!.Summary));
        await ProvenAsync();
    }

    [Fact]
    [Trait("Matrix", "B3")]
    public async Task Who_edits_a_finding_of_a_deleted_component_brings_the_component_back_too()
    {
        var finding = Some.Finding(EntityRef.To(_web));
        await BeginAsync(Change.Add(finding));
        await RemoveAsync(_ada, _web);
        Assert.Null((await database.RowsAsync(_ada)).Find<Threat>(finding.Id));
        ImmutableArray<Change> mine = [Change.Of(finding, finding with { Due = new(2027, 1, 31) })];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        Applied(await RestoreAsync(mine, refused, Choice.KeepMine));

        var rows = await database.RowsAsync(_ada);
        Assert.Equal((finding with { Due = new(2027, 1, 31) }, _web), (rows.Find<Threat>(finding.Id), rows.Find<Component>(_web.Id)));
        await ProvenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Matrix", "B3")]
    public async Task Who_edits_a_threat_whose_component_was_deleted_is_asked_and_no_threat_hangs_in_the_air(bool restore)
    {
        var threat = Some.Threat(ThreatSubject.Of(_web));
        await BeginAsync(Change.Add(threat));
        await RemoveAsync(_ada, _web);
        ImmutableArray<Change> mine = [Change.Of(threat, threat with { Title = "Orders leak" })];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        Applied(await RestoreAsync(mine, refused, restore ? Choice.KeepMine : Choice.TakeTheirs));

        var rows = await database.RowsAsync(_ada);
        Assert.Equal(ConflictKind.SubjectRemoved, Assert.Single(refused.Conflicts).Kind);
        Assert.Equal(("Orders leak", !restore, restore), (rows.Find<Threat>(threat.Id)!.Title, rows.Find<Threat>(threat.Id)!.Subject.IsGone, rows.Has(EntityRef.To(_web))));
        await ProvenAsync();
    }

    [Fact]
    public async Task A_dropped_edit_leaves_nothing_to_write()
    {
        await BeginAsync();
        await RemoveAsync(_ada, _web);
        ImmutableArray<Change> mine = [Change.Of(_web, _web with { Name = "frontend" }), Change.Add(Some.Control(EntityRef.To(_web)))];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));

        Assert.Empty(Resolution.Of(mine, refused.Conflicts.Select(conflict => new SettledConflict(conflict, Choice.TakeTheirs))));
    }

    [Fact]
    public async Task What_came_along_stays_away_where_what_it_joins_is_gone_too()
    {
        var flow = Some.Flow(_web, _store);
        await BeginAsync(Change.Add(flow));
        await RemoveAsync(_ada, _web, _store);
        ImmutableArray<Change> mine = [Change.Of(_web, _web with { Name = "frontend" })];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        Applied(await RestoreAsync(mine, refused, Choice.KeepMine));

        var rows = await database.RowsAsync(_ada);
        Assert.Equal((true, false, false), (rows.Has(EntityRef.To(_web)), rows.Has(EntityRef.To(_store)), rows.Has(EntityRef.To(flow))));
        await ProvenAsync();
    }

    [Fact]
    public async Task What_they_changed_before_they_deleted_it_still_asks()
    {
        await BeginAsync();
        await database.EditAsync(_ada, Change.Of(_web, _web with { Name = "gateway" }));
        await RemoveAsync(_ada, _web with { Name = "gateway" });
        ImmutableArray<Change> mine = [Change.Of(_web, _web with { Name = "frontend" })];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        var again = Assert.IsType<Outcome.Refused>(await RestoreAsync(mine, refused, Choice.KeepMine));

        Assert.Equal((ConflictKind.SameField, "gateway", "frontend"), (Assert.Single(again.Conflicts).Kind, again.Conflicts[0].Theirs, again.Conflicts[0].Mine));
        Assert.False((await database.RowsAsync(_ada)).Has(EntityRef.To(_web)));
    }

    [Fact]
    public async Task Nothing_is_restored_that_never_was_there()
    {
        await BeginAsync();
        var never = Some.Component("never");

        var outcome = await database.ApplyAsync(_grace, new Intent.Edit([], Setter.Person) { Restoring = [EntityRef.To(never)] });

        Assert.Contains("nothing to restore", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_removes_what_somebody_changed_meanwhile_is_asked()
    {
        await BeginAsync();
        await database.EditAsync(_ada, Change.Of(_web, _web with { Technology = "nginx" }));
        ImmutableArray<Change> mine = [Change.Remove(_web)];

        var refused = Assert.IsType<Outcome.Refused>(await database.EditAsync(_grace, [.. mine]));
        Applied(await RestoreAsync(mine, refused, Choice.KeepMine));

        Assert.Equal(ConflictKind.ChangedByThem, Assert.Single(refused.Conflicts).Kind);
        Assert.False((await database.RowsAsync(_ada)).Has(EntityRef.To(_web)));
    }

    private static IEqualityComparer<ModelContent> SameContent => EqualityComparer<ModelContent>.Create((one, other) => Comparison.Between(one!, other!).IsEmpty, content => content.Count);

    private async Task BeginAsync(params Change[] besides)
    {
        _ada ??= await MakeAsync();
        Assert.IsType<Outcome.Applied>(await database.EditAsync(_ada, Setter.Anyone, [Change.Add(_web), Change.Add(_store), .. besides]));
        _grace = await database.AsAsync(_ada, "Grace");
    }

    private async Task<Placement> PlacementAsync(Component component)
    {
        _ada = await MakeAsync();
        return Some.Placement((await database.RowsAsync(_ada)).All<Diagram>().First(), EntityRef.To(component), 10, 20);
    }

    private async Task<ModelAccess> MakeAsync() => await database.AsAsync(await database.NewModelAsync(), "Ada");

    private async Task RemoveAsync(ModelAccess who, params Component[] components) =>
        Applied(await database.ApplyAsync(who, new Intent.Edit([.. components.Select(Change.Remove)], Setter.Person, WithClosure: true)));

    private Task<Outcome> RestoreAsync(ImmutableArray<Change> mine, Outcome.Refused refused, Choice choice)
    {
        var settled = refused.Conflicts.Select(conflict => new SettledConflict(conflict, choice)).ToList();
        return database.ApplyAsync(_grace, new Intent.Edit(Resolution.Of(mine, settled), Setter.Person) { Restoring = Resolution.Restored(settled) });
    }

    private static Outcome.Applied Applied(Outcome outcome) =>
        outcome as Outcome.Applied ?? throw new InvalidOperationException(string.Join(' ', (outcome as Outcome.Refused)?.Violations.Select(violation => violation.Message) ?? [outcome.ToString()]));

    private async Task ProvenAsync()
    {
        var rows = await database.RowsAsync(_ada);
        Assert.DoesNotContain(rows.All<Threat>(), threat => threat.Subject is { IsGone: false } subject && subject.Ref != EntityRef.WholeModel && !rows.Has(subject.Ref));
        Assert.Empty(Invariants.Check(rows));
        Assert.Empty(Comparison.Between(await database.Journal.ReplayAsync(_ada, Cancel), rows));
        Assert.Null(await database.Journal.VerifyAsync(_ada, Cancel));
    }
}
