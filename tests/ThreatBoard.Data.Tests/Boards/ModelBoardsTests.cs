using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Tests.Workflow;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Boards;

/// <summary>The board over all models, and what waits for a person, on real PostgreSQL.</summary>
public sealed class ModelBoardsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly Rating?[] s_rated = [null, new(1, 1), new(2, 4), new(5, 5)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_is_that_of_the_models_own_board()
    {
        var model = await FilledAsync();
        Assert.Null(await database.Get<WorkspaceRules>().SetBandsAsync(await database.WorkspaceAsync(), new(3, 9, 17), Cancel));
        var standing = await StandingAsync(model);
        var board = new BoardDay(await database.RowsAsync(model), standing.Day);
        var expected = RiskTally.Of(board);
        Assert.Equal(expected.Cells.OrderBy(cell => cell.ToString()), standing.Tally.Cells.OrderBy(cell => cell.ToString()));
        var numbers = BoardNumbers.Of(board);
        foreach (var number in new[] { numbers.Open, numbers.Accepted, numbers.NotApplicable }.Concat(numbers.ByStatus).Concat(numbers.ByBand).Concat(numbers.Matrix).Concat(numbers.Ageing))
            Assert.Equal((number.Of, number.Count), (number.Of, standing.Tally.Count(number.Of)));
        Assert.Equal(numbers.ResidualScore, standing.Tally.OpenScore);
        Assert.Equal(OverdueWork.Of(board.Content, standing.Day.Today).Select(work => (work.Owner.Name, work.Mitigations.Length)).Order(), standing.Overdue.Select(work => (work.Owner.Name, work.Count)).Order());
    }

    [Fact]
    public async Task An_acceptance_past_its_last_day_counts_no_more_before_any_job_has_come_by()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        var accepted = await StandingAsync(risk.Owner);
        Assert.Equal((1, 0), (accepted.Tally.Count(new() { Status = ThreatStatus.Accepted }), accepted.Tally.Count(ThreatSelection.Open)));
        Assert.Equal(risk.Threat.Id, Assert.Single(accepted.Acceptances).Threat);
        await risk.PassAsync();
        var lapsed = await StandingAsync(risk.Owner);
        Assert.Equal((0, 1), (lapsed.Tally.Count(new() { Status = ThreatStatus.Accepted }), lapsed.Tally.Count(new() { Status = ThreatStatus.Assessed })));
        Assert.Empty(lapsed.Acceptances);
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_workspace_that_the_person_is_not_in()
    {
        var model = await FilledAsync();
        var stranger = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, 'Stranger', now())", stranger);
        Assert.Empty(await database.Get<ModelBoards>().ListAsync(Caller.OfProcess(stranger), Cancel));
        Assert.Equal(0, (await database.Get<WaitingWork>().OfAsync(Caller.OfProcess(stranger), Cancel)).Count);
        await database.Models.ArchiveAsync(model, archived: true, Cancel);
        Assert.DoesNotContain(await database.Get<ModelBoards>().ListAsync(Caller.OfProcess(Database.LocalPerson), Cancel), standing => standing.Id == model.ModelId);
    }

    [Fact]
    public async Task What_waits_for_a_person_is_what_they_own_may_decide_and_have_accepted()
    {
        var risk = await AcceptedRisk.RequestedAsync(database);
        Assert.Equal(risk.Threat.Id.Value, Assert.Single((await WorkOfAsync(risk.Grace, risk.Owner)).Nobodys).Id);
        var rita = await WorkOfAsync(risk.Rita, risk.Owner);
        Assert.Empty(rita.Nobodys);
        Assert.Equal((risk.Threat.Id, "Grace"), (Assert.Single(rita.Decisions).Threat, rita.Decisions[0].AskedBy));
        Assert.Empty((await WorkOfAsync(risk.Grace, risk.Owner)).Decisions);
        AcceptedRisk.Applied(await risk.TakeAsync(risk.Rita, risk.Approve()));
        Assert.Empty((await WorkOfAsync(risk.Rita, risk.Owner)).Decisions);
        Assert.Equal(risk.Threat.Id, Assert.Single((await WorkOfAsync(risk.Grace, risk.Owner)).Expiring).Threat);

        var (late, soon) = (Some.Mitigation("late") with { Owner = Owner.Person(risk.Grace.Person.Id, "Grace"), Due = new(2020, 1, 1) }, Some.Threat(title: "soon") with { Owner = Owner.Person(risk.Grace.Person.Id, "Grace") });
        AcceptedRisk.Applied(await database.EditAsync(risk.Owner, Change.Add(late), Change.Add(soon)));
        var owned = (await WorkOfAsync(risk.Grace, risk.Owner)).Owned;
        Assert.Equal([("late", true, false), ("soon", false, false)], owned.Select(work => (work.Title, work.IsOverdue, work.IsRated)));
        Assert.Empty((await WorkOfAsync(risk.Rita, risk.Owner)).Owned);
    }

    [Fact]
    public async Task A_review_that_is_due_waits_for_who_sees_to_it()
    {
        var model = await database.NewModelAsync();
        var rita = await database.AsAsync(model, "Rita", Role.Reviewer);
        AcceptedRisk.Applied(await database.EditAsync(model, Change.Add(Some.ReviewPlan() with { From = new(2020, 1, 1), Owner = Owner.Person(rita.Person.Id, "Rita") })));
        Assert.Equal(new(2020, 7, 1), Assert.Single((await WorkOfAsync(rita, model)).Reviews).Since);
        Assert.Empty((await WorkOfAsync(model, model)).Reviews);
        Assert.True((await StandingAsync(model)).IsReviewDue);
    }

    [Fact]
    public async Task What_needs_the_graph_is_that_of_the_models_own_board_after_every_edit_and_the_next_day()
    {
        var model = await database.NewModelAsync();
        Component[] parts = [.. Enumerable.Range(0, 14).Select(at => Some.Component($"part {at}"))];
        await EditedAsync([.. parts.Select(Change.Add), .. parts.Zip(parts.Skip(1), Some.Flow).Select(Change.Add), Change.Add(Some.Mark(EntityRef.To(parts[2]), Stride.Tampering))]);
        var risky = Some.Threat(ThreatSubject.Of(parts[3])) with { Assessment = new(5, 5, "seen") };
        await EditedAsync([.. parts.Select((part, at) => Change.Add(Some.Threat(ThreatSubject.Of(part)) with { Suggested = new((at % 5) + 1, 3) })), Change.Add(risky)]);
        await EditedAsync(Change.Of(risky, risky with { Treatment = new(TreatmentKind.NotApplicable, "no such thing") }));

        async Task EditedAsync(params Change[] changes)
        {
            AcceptedRisk.Applied(await database.EditAsync(model, Setter.Anyone, changes));
            var day = (await StandingAsync(model)).Day;
            foreach (var on in new[] { day, day with { Today = day.Today.AddDays(1) } })
            {
                var (told, own) = (await database.Get<GraphBoards>().OfAsync(model, on, Cancel), GraphBoard.Of(new(await database.RowsAsync(model), on)));
                Assert.Equal((own.Exposed, own.Coverage.Components), (told.Exposed, told.Coverage.Components));
                Assert.Equal(own.Most, told.Most);
                Assert.Equal(own.Coverage.ByCategory, told.Coverage.ByCategory);
                Assert.Equal(own.Coverage.Lines.Select(Words), told.Coverage.Lines.Select(Words));
                Assert.Same(told, await database.Get<GraphBoards>().OfAsync(model, on, Cancel));
            }
        }

        static string Words(CoverageLine line) => $"{line.Component.Name}: {string.Join(", ", line.Squares)}";
    }

    private async Task<MyWork> WorkOfAsync(ModelAccess who, ModelAccess model)
    {
        var work = await database.Get<WaitingWork>().OfAsync(Caller.OfProcess(who.Person.Id), Cancel);
        return new(
            [.. work.Owned.Where(row => row.At.Model == model.ModelId)], [.. work.Decisions.Where(row => row.At.Model == model.ModelId)], [.. work.Expiring.Where(row => row.At.Model == model.ModelId)],
            [.. work.Readings.Where(row => row.At.Model == model.ModelId)], [.. work.Reviews.Where(row => row.At.Model == model.ModelId)], [.. work.Nobodys.Where(row => row.At.Model == model.ModelId)]);
    }

    private async Task<ModelStanding> StandingAsync(ModelAccess model) =>
        (await database.Get<ModelBoards>().ListAsync(Caller.OfProcess(model.Person.Id), Cancel)).Single(standing => standing.Id == model.ModelId);

    /// <summary>A threat of each rating and age, some treated, some mitigated.</summary>
    private async Task<ModelAccess> FilledAsync()
    {
        var model = await database.NewModelAsync();
        var changes = new List<Change>();
        foreach (var (rating, at) in s_rated.SelectMany(rating => new[] { 0, 40, 100, 400 }.Select(days => (rating, days))))
        {
            var id = new Id<Threat>(Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddDays(-at)));
            var judged = rating is { Likelihood: 5 } ? new Assessment(5, 5, "seen") : null;
            var threat = Some.Threat() with { Id = id, Suggested = rating, Assessment = judged, Category = (Stride)(at % 6), Treatment = at == 100 ? new(TreatmentKind.NotApplicable, "no such thing") : Treatment.Undecided };
            var mitigation = Some.Mitigation() with { Status = at == 40 ? MitigationStatus.Implemented : MitigationStatus.Planned, Due = new(2020, 1, 1), Owner = at == 0 ? Owner.Person(model.Person.Id, model.Person.Name) : Owner.Nobody };
            changes.AddRange([Change.Add(threat), Change.Add(mitigation)]);
            if (at != 400) changes.Add(Change.Add(Some.Link(mitigation, threat) with { Effect = new(2, 1) }));
        }

        AcceptedRisk.Applied(await database.EditAsync(model, Setter.Anyone, [.. changes]));
        return model;
    }
}
