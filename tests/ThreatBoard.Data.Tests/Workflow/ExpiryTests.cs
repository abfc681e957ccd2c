using ThreatBoard.Data.Calendar;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Workflow;

/// <summary>Acceptances pass their last day, while people work and several processes look at the days.</summary>
public sealed class ExpiryTests(Server server) : IAsyncLifetime
{
    private readonly FreshDatabase _database = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    [Trait("Matrix", "B10")]
    public async Task On_three_replicas_at_once_it_expires_once_and_the_threat_is_open_again()
    {
        var risk = await AcceptedRisk.ApprovedAsync(_database);
        await risk.PassAsync();
        var before = await NumberAsync(risk);

        var written = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => JobsOfAReplica().RunAsync(Cancel)));

        Assert.Equal(1, written.Sum());
        var (acceptance, threat, status) = await risk.StoredAsync();
        Assert.Equal((AcceptanceEnd.Expired, Signature.OfTheCalendar), (acceptance.Ending!.Kind, acceptance.Ending.Name));
        Assert.Equal((TreatmentKind.Undecided, ThreatStatus.Assessed), (threat.Treatment.Kind, status));
        Assert.Equal(before + 1, await NumberAsync(risk));
        Assert.Equal(0, await JobsOfAReplica().RunAsync(Cancel));
        Assert.Equal(before + 1, await NumberAsync(risk));
        Assert.Null(await _database.Journal.VerifyAsync(risk.Owner, Cancel));
    }

    [Fact]
    [Trait("Matrix", "B10")]
    public async Task Whoever_edits_the_treatment_meanwhile_is_told_and_the_expiry_stands()
    {
        var risk = await AcceptedRisk.ApprovedAsync(_database);
        var seen = (await risk.StoredAsync()).Threat;
        await risk.PassAsync();
        await JobsOfAReplica().RunAsync(Cancel);

        var refused = Assert.IsType<Outcome.Refused>(await _database.EditAsync(risk.Grace, Change.Of(seen, seen with { Treatment = seen.Treatment with { Reason = "It is still small." } })));

        Assert.Equal("treatment", Assert.Single(refused.Conflicts).Field);
        Assert.Equal(TreatmentKind.Undecided, (await risk.StoredAsync()).Threat.Treatment.Kind);
    }

    [Fact]
    [Trait("Matrix", "B10")]
    public async Task While_people_edit_other_fields_both_are_kept()
    {
        for (var round = 0; round < MatrixSize.Of(8, 100); round++)
        {
            var risk = await AcceptedRisk.ApprovedAsync(_database);
            var seen = (await risk.StoredAsync()).Threat;
            await risk.PassAsync();
            var edit = _database.EditAsync(risk.Grace, Change.Of(seen, seen with { Title = $"round {round}" }));
            await Task.WhenAll(edit, JobsOfAReplica().RunAsync(Cancel));
            AcceptedRisk.Applied(await edit);
            await JobsOfAReplica().RunAsync(Cancel);
            var (acceptance, threat, status) = await risk.StoredAsync();
            Assert.Equal((AcceptanceState.Ended, $"round {round}", ThreatStatus.Assessed), (acceptance.State, threat.Title, status));
            await risk.HoldsTogetherAsync();
        }
    }

    [Fact]
    public async Task The_door_takes_an_overdue_one_as_expired_before_any_job()
    {
        var risk = await AcceptedRisk.RequestedAsync(_database);
        await risk.PassAsync();
        var refused = Assert.IsType<Outcome.Refused>(await risk.TakeAsync(risk.Rita, risk.Approve()));
        Assert.Contains("last day has passed", Assert.Single(refused.Violations).Message, StringComparison.Ordinal);
        var today = await _database.Get<WorkspaceRules>().TodayAsync(risk.Owner, Cancel);
        AcceptedRisk.Applied(await risk.TakeAsync(risk.Grace, new RequestAcceptance(Some.Id<Acceptance>(), risk.Threat.Id, new("again", "", today.AddDays(1)))));
        await risk.HoldsTogetherAsync();
    }

    [Fact]
    public async Task A_workspace_s_day_decides_and_not_the_servers()
    {
        var risk = await AcceptedRisk.ApprovedAsync(_database);
        var workspace = await _database.WorkspaceAsync();
        var rules = _database.Get<WorkspaceRules>();
        var days = new List<DateOnly>();
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            Assert.Null(await rules.SetTimeZoneAsync(workspace, zone, Cancel));
            days.Add(await rules.TodayAsync(risk.Owner, Cancel));
        }

        Assert.True(days[0] > days[1]);
        await _database.TamperAsync("UPDATE acceptance SET terms_expires = $2 WHERE id = $1", risk.Acceptance.Value, days[1]);
        Assert.Equal(0, await JobsOfAReplica().RunAsync(Cancel));
        await rules.SetTimeZoneAsync(workspace, "Pacific/Kiritimati", Cancel);
        Assert.Equal(1, await JobsOfAReplica().RunAsync(Cancel));
    }

    [Fact]
    public async Task A_model_becomes_due_for_review_once()
    {
        var model = await _database.NewModelAsync();
        var today = await _database.Get<WorkspaceRules>().TodayAsync(model, Cancel);
        var plan = Some.ReviewPlan() with { Months = 1, From = today.AddMonths(-1) };
        await _database.EditAsync(model, Change.Add(plan));
        Assert.Equal(1, await JobsOfAReplica().RunAsync(Cancel));
        Assert.Equal(0, await JobsOfAReplica().RunAsync(Cancel));
        Assert.Equal(today, (await _database.RowsAsync(model)).Find<ReviewPlan>(plan.Id.Value)!.DueSince);
    }

    private CalendarJobs JobsOfAReplica() => new(_database.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<ThreatBoardDb>>(), _database.Store);

    private async Task<long> NumberAsync(AcceptedRisk risk) => (await _database.Journal.LatestAsync(risk.Owner, 1, Cancel))[0].Number;
}
