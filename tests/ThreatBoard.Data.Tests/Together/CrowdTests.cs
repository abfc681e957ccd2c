using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Together;

/// <summary>Many writers at the door at once, held against the journal that they keep themselves.</summary>
public sealed class CrowdTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const int Writers = 8;

    private static readonly int s_edits = MatrixSize.Of(15, 400);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Matrix", "B1")]
    public async Task Writers_of_one_field_each_decide_over_what_they_have_seen()
    {
        var threat = Some.Threat();
        var (model, clients) = await BeginAsync(Change.Add(threat));
        await AtOnceAsync(Writers, async n =>
        {
            var seen = threat;
            for (var i = 0; i < s_edits; i++)
            {
                var mine = Change.Of(seen, seen with { Title = $"writer {n}, edit {i}" });
                seen = i % 2 == 0 ? await KeepMineAsync(clients, model, mine) : await TakeTheirsAsync(clients, model, mine);
            }
        });
        await ProvenAsync(clients, model);
    }

    [Fact]
    [Trait("Matrix", "B2")]
    public async Task Writers_of_different_fields_of_one_threat_all_get_in_unasked()
    {
        var threat = Some.Threat();
        var (model, clients) = await BeginAsync(Change.Add(threat));
        Func<Threat, int, Threat>[] fields =
        [
            (t, i) => t with { Title = $"title {i}" }, (t, i) => t with { Description = $"description {i}" }, (t, i) => t with { Due = new DateOnly(2027, 1, 1).AddDays(i) },
            (t, i) => t with { Treatment = new(TreatmentKind.Mitigate, $"reason {i}") }, (t, i) => t with { Assessment = new(1 + (i % 5), 3, $"because {i}") }, (t, i) => t with { Tags = [$"tag{i}"] },
        ];
        await AtOnceAsync(fields.Length, async n =>
        {
            var seen = threat;
            for (var i = 0; i < s_edits; i++)
            {
                var wanted = fields[n](seen, i);
                Assert.IsType<Outcome.Applied>(await SendAsync(clients, model, Change.Of(seen, wanted)));
                seen = wanted;
            }
        });
        var last = fields.Aggregate(threat, (t, set) => set(t, s_edits - 1));
        Assert.Equal(last, (await database.RowsAsync(model)).Find<Threat>(threat.Id));
        Assert.Equal(fields.Length * s_edits, clients.Acknowledged);
        await ProvenAsync(clients, model);
    }

    [Fact]
    [Trait("Matrix", "B3")]
    public async Task Elements_deleted_under_those_who_edit_their_threats_leave_no_threat_in_the_air()
    {
        var components = Enumerable.Range(0, s_edits).Select(n => Some.Component($"c{n}")).ToList();
        var threats = components.Select((component, n) => n % 2 == 0 ? Some.Threat(ThreatSubject.Of(component)) : Some.Finding(EntityRef.To(component))).ToList();
        var (model, clients) = await BeginAsync([.. components.Select(Change.Add), .. threats.Select(Change.Add)]);
        await AtOnceAsync(Writers, async n =>
        {
            for (var i = 0; i < components.Count; i++)
            {
                var at = (i + n) % components.Count;
                if (n % 2 == 0) await SendAsync(clients, model, new Intent.Edit([Change.Remove(components[at])], Setter.Person, WithClosure: true));
                else await RestoredAsync(clients, model, Change.Of(threats[at], threats[at] with { Description = $"seen by {n}" }), n % 4 == 1);
            }
        });
        var rows = await database.RowsAsync(model);
        Assert.DoesNotContain(rows.All<Threat>(), threat => !threat.Subject.IsGone && !rows.Has(threat.Subject.Ref));
        await ProvenAsync(clients, model);
    }

    [Fact]
    [Trait("Matrix", "B4")]
    public async Task A_move_and_a_renaming_of_the_same_node_both_survive()
    {
        var (component, zones) = (Some.Component(), Enumerable.Range(0, 3).Select(n => Some.Boundary($"zone {n}", BoundaryKind.Network)).ToList());
        var diagram = Some.Diagram();
        var placement = Some.Placement(diagram, EntityRef.To(component));
        var (model, clients) = await BeginAsync([Change.Add(component), .. zones.Select(Change.Add), Change.Add(diagram), Change.Add(placement)]);
        var (named, moved, placed) = (component, component, placement);
        await Task.WhenAll(
            EachAsync(i => SendAsync(clients, model, Change.Of(named, named = named with { Name = $"name {i}" }))),
            EachAsync(i => SendAsync(clients, model, Change.Of(moved, moved = moved with { Zone = zones[i % 3].Id }))),
            EachAsync(i => SendAsync(clients, model, Change.Of(placed, placed = placed with { At = new(i, i) }))));
        var rows = await database.RowsAsync(model);
        Assert.Equal((named.Name, moved.Zone, placed.At), (rows.Find<Component>(component.Id)!.Name, rows.Find<Component>(component.Id)!.Zone, rows.Find<Placement>(placement.Id)!.At));
        Assert.Equal(3 * s_edits, clients.Acknowledged);
        await ProvenAsync(clients, model);
    }

    [Fact]
    [Trait("Matrix", "B5")]
    public async Task The_same_operation_sent_five_times_at_once_is_written_once()
    {
        var (model, clients) = await BeginAsync();
        await AtOnceAsync(Writers, async n =>
        {
            for (var i = 0; i < s_edits; i++)
            {
                var (intent, operation) = (new Intent.Edit([Change.Add(Some.Asset($"asset {n}-{i}"))], Setter.Person), OperationId.New(TimeProvider.System));
                var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => clients.ApplyAsync(database.Store, model, intent, operation, Cancel)));
                Assert.Single(answers.Select(answer => Assert.IsType<Outcome.Applied>(answer).Number).Distinct());
            }
        });
        Assert.Equal(Writers * s_edits, (await database.RowsAsync(model)).CountOf<Asset>());
        await ProvenAsync(clients, model);
    }

    [Fact]
    [Trait("Matrix", "B6")]
    public async Task Everybody_undoes_among_the_others_and_overwrites_nobody_unasked()
    {
        var component = Some.Component();
        var (model, clients) = await BeginAsync(Change.Add(component));
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => database.AsAsync(model, $"Person {n}")));
        await AtOnceAsync(people.Length, async n =>
        {
            for (var i = 0; i < s_edits; i++)
            {
                var seen = (await database.RowsAsync(model)).Find<Component>(component.Id)!;
                await SendAsync(clients, people[n], Change.Of(seen, n % 2 == 0 ? seen with { Name = $"name {n}-{i}" } : seen with { Technology = $"technology {n}-{i}" }));
                if ((await database.Journal.UndoAsync(people[n], Cancel)).Undo is not { } last) continue;
                var undone = await SendAsync(clients, people[n], new Intent.Undo(last.Number));
                if (undone is Outcome.Refused { Conflicts.IsEmpty: false } refused) await SendAsync(clients, people[n], new Intent.Undo(last.Number, Over: refused.AsOf));
            }
        });
        await ProvenAsync(clients, model);
    }

    private static Task AtOnceAsync(int writers, Func<int, Task> write) => Task.WhenAll(Enumerable.Range(0, writers).Select(n => Task.Run(() => write(n), Cancel)));

    private static Task EachAsync(Func<int, Task<Outcome>> send) => Task.Run(async () =>
    {
        for (var i = 0; i < s_edits; i++) Assert.IsType<Outcome.Applied>(await send(i));
    });

    private async Task<(ModelAccess Model, ClientJournal Clients)> BeginAsync(params Change[] start)
    {
        var model = await database.NewModelAsync();
        var begun = start.Length == 0 ? 1 : Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Anyone, start)).Number;
        return (model, new(aloneAfter: begun));
    }

    private Task<Outcome> SendAsync(ClientJournal clients, ModelAccess model, params Change[] changes) => SendAsync(clients, model, new Intent.Edit([.. changes], Setter.Person));

    private Task<Outcome> SendAsync(ClientJournal clients, ModelAccess model, Intent intent) =>
        clients.ApplyAsync(database.Store, model, intent, OperationId.New(TimeProvider.System), Cancel);

    private Task<Threat> KeepMineAsync(ClientJournal clients, ModelAccess model, Change<Threat> mine) => SettleAsync(clients, model, mine, Choice.KeepMine);

    private Task<Threat> TakeTheirsAsync(ClientJournal clients, ModelAccess model, Change<Threat> mine) => SettleAsync(clients, model, mine, Choice.TakeTheirs);

    /// <returns>The threat as this writer has seen it last.</returns>
    private async Task<Threat> SettleAsync(ClientJournal clients, ModelAccess model, Change<Threat> mine, Choice choice)
    {
        while (true)
        {
            var outcome = await SendAsync(clients, model, mine);
            if (outcome is Outcome.Applied) return mine.After!;
            var conflicts = Assert.IsType<Outcome.Refused>(outcome).Conflicts;
            Assert.Equal(mine.After!.Title, Assert.Single(conflicts).Mine);
            if (Resolution.Of([mine], [new(conflicts[0], choice)]) is not [Change<Threat> resolved]) return mine.Before! with { Title = (string)conflicts[0].Theirs! };
            mine = resolved;
        }
    }

    private async Task RestoredAsync(ClientJournal clients, ModelAccess model, Change<Threat> mine, bool restore)
    {
        if (await SendAsync(clients, model, mine) is not Outcome.Refused { Conflicts: { IsEmpty: false } conflicts }) return;
        var settled = conflicts.Select(conflict => new SettledConflict(conflict, restore ? Choice.KeepMine : Choice.TakeTheirs)).ToList();
        if (Resolution.Of([mine], settled) is { IsEmpty: false } changes)
            await SendAsync(clients, model, new Intent.Edit(changes, Setter.Person) { Restoring = Resolution.Restored(settled) });
    }

    private async Task ProvenAsync(ClientJournal clients, ModelAccess model) =>
        Assert.Empty(await clients.OffendersAsync(database.OwnerConnectionString, model, Cancel));
}
