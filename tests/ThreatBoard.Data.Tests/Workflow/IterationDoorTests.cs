using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Workflow;

/// <summary>Guards hold at the door, whoever comes and however.</summary>
public sealed class IterationDoorTests(Server server) : IAsyncLifetime
{
    private readonly FreshDatabase _database = new(server);
    private readonly Id<Iteration> _iteration = Some.Id<Iteration>();
    private ModelAccess _owner = null!;
    private ModelAccess _grace = null!;
    private ModelAccess _rita = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _owner = await _database.NewModelAsync();
        (_grace, _rita) = (await _database.AsAsync(_owner, "Grace"), await _database.AsAsync(_owner, "Rita", Role.Reviewer));
        await _database.EditAsync(_owner, Change.Add(Some.Component()));
        AcceptedRisk.Applied(await TakeAsync(_grace, new OpenIteration(_iteration, IterationReason.FirstLook)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_phase_that_misses_something_closes_for_nobody_but_an_owner_with_a_reason()
    {
        Assert.Equal(7, Refused(await TakeAsync(_grace, Close(IterationPhase.Identify))).Length);
        Assert.Contains("Only an owner", Assert.Single(Refused(await TakeAsync(_grace, Close(IterationPhase.Identify, "late")))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => TakeAsync(_rita, Close(IterationPhase.Identify, "late")));
        AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Identify, "late")));
        Assert.NotEmpty(Refused(await TakeAsync(_owner, Close(IterationPhase.Identify, "late"))));
    }

    [Fact]
    public async Task Closing_publishes_a_revision_that_holds_the_closed_iteration_and_its_overrides()
    {
        var number = await CloseAllAsync();
        Assert.Equal(1, number);
        var revision = await _database.Get<RevisionArchive>().ReadAsync(_owner, 1, Cancel);
        var iteration = Assert.Single(revision!.All<Iteration>());
        Assert.Equal((IterationPhase.Closed, (int?)1, "late"), (iteration.Phase, iteration.Revision, iteration.Closings[0].Override));
        Assert.Equal("Iteration 1", Assert.Single(await _database.Get<RevisionArchive>().ListAsync(_owner, Cancel)).Message);
        Assert.Empty(Comparison.Between(revision, await _database.RowsAsync(_owner)));
        Assert.Null(await _database.Journal.VerifyAsync(_owner, Cancel));
    }

    [Fact]
    public async Task The_same_operation_again_closes_nothing_twice()
    {
        AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Identify, "late")));
        AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Assess, "late")));
        var (intent, operation) = (new Intent.Take(Close(IterationPhase.Mitigate, "late")), OperationId.New(TimeProvider.System));
        var first = AcceptedRisk.Applied(await _database.Store.ApplyAsync(_owner, intent, operation, Cancel));
        var again = AcceptedRisk.Applied(await _database.Store.ApplyAsync(_owner, intent, operation, Cancel));
        Assert.Equal((first.Number, first.Revision), (again.Number, again.Revision));
    }

    [Fact]
    public async Task Where_approval_is_asked_for_only_one_who_wrote_nothing_gives_it_and_of_two_one_wins()
    {
        await _database.Get<WorkspaceRules>().AskForApprovalAsync(await _database.WorkspaceAsync(), asks: true, Cancel);
        Assert.Contains("No reviewer", Assert.Single(Refused(await _database.ApplyAsync(_owner, new Intent.Publish("by hand")))).Message, StringComparison.Ordinal);
        var approval = Some.Id<Approval>();
        AcceptedRisk.Applied(await TakeAsync(_grace, new AskApproval(approval)));
        Assert.Contains("somebody else", Assert.Single(Refused(await TakeAsync(_owner, new DecideApproval(approval, Approves: true)))).Message, StringComparison.Ordinal);
        var second = await _database.AsAsync(_owner, "Rob", Role.Reviewer);
        var both = await Task.WhenAll(TakeAsync(_rita, new DecideApproval(approval, Approves: true)), TakeAsync(second, new DecideApproval(approval, Approves: true)));
        Assert.Single(both.OfType<Outcome.Applied>());
        AcceptedRisk.Applied(await _database.ApplyAsync(_owner, new Intent.Publish("approved")));
        await _database.EditAsync(_grace, Change.Add(Some.Component("later")));
        Assert.NotEmpty(Refused(await _database.ApplyAsync(_owner, new Intent.Publish("not approved"))));
    }

    [Fact]
    public async Task Two_who_close_the_same_phase_at_once_close_it_once()
    {
        var both = await Task.WhenAll(TakeAsync(_owner, Close(IterationPhase.Identify, "one")), TakeAsync(_owner, Close(IterationPhase.Identify, "two")));
        Assert.Single(both.OfType<Outcome.Applied>());
        Assert.Single((await _database.RowsAsync(_owner)).Find<Iteration>(_iteration.Value)!.Closings);
    }

    [Fact]
    public async Task Restoring_a_revision_revives_no_iteration_and_no_decision()
    {
        await CloseAllAsync();
        var then = await _database.Get<RevisionArchive>().ReadAsync(_owner, 1, Cancel);
        AcceptedRisk.Applied(await TakeAsync(_grace, new OpenIteration(Some.Id<Iteration>(), new(IterationCause.Date, "", null))));
        AcceptedRisk.Applied(await _database.ApplyAsync(_owner, new Intent.RestoreTo(then!, "back")));
        Assert.Equal(2, (await _database.RowsAsync(_owner)).CountOf<Iteration>());
    }

    [Fact]
    public async Task What_is_implemented_is_signed_and_verified_by_somebody_else_where_the_workspace_says_so()
    {
        await _database.Get<WorkspaceRules>().LetOthersVerifyAsync(await _database.WorkspaceAsync(), others: true, Cancel);
        var mitigation = Some.Mitigation();
        await _database.EditAsync(_grace, Change.Add(mitigation));
        Assert.NotEmpty(Refused(await _database.EditAsync(_grace, Change.Of(mitigation, mitigation with { Status = MitigationStatus.Verified }))));
        AcceptedRisk.Applied(await _database.EditAsync(_grace, Change.Of(mitigation, mitigation with { Status = MitigationStatus.Implemented })));
        var done = (await _database.RowsAsync(_owner)).Find<Mitigation>(mitigation.Id.Value)!;
        Assert.Equal("Grace", done.Implemented!.Name);
        Assert.Contains("somebody else", Assert.Single(Refused(await _database.EditAsync(_grace, Change.Of(done, done with { Status = MitigationStatus.Verified })))).Message, StringComparison.Ordinal);
        AcceptedRisk.Applied(await _database.EditAsync(_owner, Change.Of(done, done with { Status = MitigationStatus.Verified })));
        Assert.Equal(_owner.Person.Name, (await _database.RowsAsync(_owner)).Find<Mitigation>(mitigation.Id.Value)!.Verified!.Name);
    }

    [Fact]
    public async Task Working_rules_are_kept_checked_and_audited()
    {
        var (workspace, rules) = (await _database.WorkspaceAsync(), _database.Get<WorkspaceRules>());
        Assert.NotNull(await rules.SetBandsAsync(workspace, new(5, 5, 15), Cancel));
        Assert.NotNull(await rules.SetTimeZoneAsync(workspace, "Middle/Earth", Cancel));
        Assert.Null(await rules.SetBandsAsync(workspace, new(4, 9, 16), Cancel));
        Assert.Null(await rules.SetTimeZoneAsync(workspace, "Europe/Berlin", Cancel));
        var kept = await rules.OfAsync(_owner, Cancel);
        Assert.Equal((new BandScale(4, 9, 16), "Europe/Berlin"), (kept.Bands, kept.Zone.Name));
    }

    private static System.Collections.Immutable.ImmutableArray<Violation> Refused(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Violations;

    private ClosePhase Close(IterationPhase phase, string reason = "") => new(_iteration, phase, reason);

    private Task<Outcome> TakeAsync(ModelAccess by, Step step) => _database.ApplyAsync(by, new Intent.Take(step));

    private async Task<int?> CloseAllAsync()
    {
        AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Identify, "late")));
        AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Assess, "late")));
        return AcceptedRisk.Applied(await TakeAsync(_owner, Close(IterationPhase.Mitigate, "late"))).Revision;
    }
}
