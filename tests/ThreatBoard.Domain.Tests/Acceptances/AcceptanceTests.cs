using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Tests.Workflow;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Acceptances;

public sealed class AcceptanceTests
{
    private static readonly Id<Acceptance> s_first = new(new Guid(1, 9, 0, new byte[8]));
    private static readonly Id<Acceptance> s_second = new(new Guid(2, 9, 0, new byte[8]));

    private readonly Threat _threat = new() { Id = new(new Guid(1, 2, 0, new byte[8])), Title = "leak", CameFrom = ThreatSource.Workshop, Assessment = new(4, 5, "open to all") };
    private readonly Stage _stage;

    public AcceptanceTests() => _stage = new(ModelContent.Empty.With(_threat));

    private ThreatStatus Status => ThreatState.OfAll(_stage.Content, _stage.Today)[_threat.Id].Status;

    private DateOnly InThirtyDays => _stage.Today.AddDays(30);

    [Fact]
    public void Another_person_with_the_right_approves_and_only_then_the_risk_is_accepted()
    {
        _stage.Must(Stage.Grace, Request());
        Assert.Equal(ThreatStatus.Assessed, Status);
        _stage.Must(Stage.Rita, Approve());
        Assert.Equal((ThreatStatus.Accepted, AcceptanceState.Approved), (Status, _stage.Find(s_first).State));
        Assert.Equal(20, ThreatState.OfAll(_stage.Content)[_threat.Id].ResidualScore);
    }

    [Fact]
    public void Whoever_asks_cannot_approve_unless_nobody_else_is_there_and_then_it_stays_visible()
    {
        _stage.Must(Stage.Ada, Request());
        Refused(Stage.Ada, Approve(), "somebody else");
        _stage.Must(Stage.Ada with { IsAlone = true }, Approve());
        Assert.True(_stage.Find(s_first).Decision!.IsAlone);
    }

    [Fact]
    public void Only_a_reviewer_decides_and_only_who_works_asks()
    {
        Refused(Stage.Rita, Request(), "role");
        _stage.Must(Stage.Ada, Request());
        Refused(Stage.Grace, Approve(), "role");
    }

    [Fact]
    public void The_second_of_two_who_decide_is_told_who_was_first()
    {
        _stage.Must(Stage.Grace, Request());
        _stage.Must(Stage.Rita, Approve());
        Refused(Stage.Ada, Approve(), "Rita has approved it already");
        Refused(Stage.Ada, new DecideAcceptance(s_first, _threat.Id, Approves: false, "no"), "Rita has approved");
    }

    [Fact]
    public void What_a_request_needs_is_named()
    {
        Refused(Stage.Grace, Request(reason: " "), "Say why");
        Refused(Stage.Grace, Request(expires: _stage.Today), "after today");
        Refused(Stage.Grace, Request(expires: _stage.Today.AddYears(3)), "2 years");
        _stage.Edit(Stage.Ada, Change.Of(_threat, _threat with { Assessment = null }));
        Refused(Stage.Grace, Request(), "Assess the threat first");
    }

    [Fact]
    public void A_refusal_needs_a_word_and_opens_the_threat_again()
    {
        _stage.Must(Stage.Grace, Request());
        Refused(Stage.Rita, new DecideAcceptance(s_first, _threat.Id, Approves: false), "Say why");
        _stage.Must(Stage.Rita, new DecideAcceptance(s_first, _threat.Id, Approves: false, "too much"));
        Assert.Equal((AcceptanceState.Refused, TreatmentKind.Undecided), (_stage.Find(s_first).State, _stage.Find(_threat.Id).Treatment.Kind));
    }

    [Fact]
    public void While_it_is_asked_for_or_holds_no_edit_treats_the_threat_otherwise()
    {
        _stage.Must(Stage.Grace, Request());
        var now = _stage.Find(_threat.Id);
        Assert.False(_stage.Edit(Stage.Grace, Change.Of(now, now with { Treatment = new(TreatmentKind.Mitigate, "") })));
        _stage.Must(Stage.Grace, new WithdrawAcceptance(s_first, _threat.Id, "we mend it"));
        now = _stage.Find(_threat.Id);
        Assert.True(_stage.Edit(Stage.Grace, Change.Of(now, now with { Treatment = new(TreatmentKind.Mitigate, "") })));
    }

    [Fact]
    public void It_holds_on_its_last_day_and_counts_as_expired_the_day_after_before_any_job()
    {
        Accept();
        _stage.Now = _stage.Now.AddDays(30);
        Assert.Equal(ThreatStatus.Accepted, Status);
        _stage.Now = _stage.Now.AddDays(1);
        Assert.Equal(ThreatStatus.Assessed, Status);
        Assert.Equal(AcceptanceState.Approved, _stage.Find(s_first).State);
    }

    [Fact]
    public void The_job_opens_the_threat_again_and_does_nothing_the_second_time()
    {
        Accept();
        _stage.Must(Stage.Calendar, new ExpireAcceptances([_threat.Id]));
        Assert.Equal(AcceptanceState.Approved, _stage.Find(s_first).State);
        _stage.Now = _stage.Now.AddDays(100);
        _stage.Must(Stage.Calendar, new ExpireAcceptances([_threat.Id]));
        Assert.Equal((AcceptanceEnd.Expired, TreatmentKind.Undecided), (_stage.Find(s_first).Ending!.Kind, _stage.Find(_threat.Id).Treatment.Kind));
        Assert.Empty(new ExpireAcceptances([_threat.Id]).Decide(_stage.Ground(Stage.Calendar)).Changes);
        Refused(Stage.Ada, new ExpireAcceptances([_threat.Id]), "role");
    }

    [Fact]
    public void Renewing_keeps_the_chain_and_leaves_no_gap()
    {
        Accept();
        _stage.Now = _stage.Now.AddDays(20);
        _stage.Must(Stage.Grace, Request(s_second));
        Assert.Equal(ThreatStatus.Accepted, Status);
        _stage.Must(Stage.Rita, Approve(s_second));
        Assert.Equal((ThreatStatus.Accepted, AcceptanceEnd.Renewed), (Status, _stage.Find(s_first).Ending!.Kind));
        Assert.Equal([s_second, s_first], AcceptanceChain.Of(_stage.Content, _stage.Find(s_second)).Select(a => a.Id));
    }

    [Fact]
    public void A_renewal_that_is_refused_leaves_what_holds()
    {
        Accept();
        _stage.Must(Stage.Grace, Request(s_second));
        _stage.Must(Stage.Rita, new DecideAcceptance(s_second, _threat.Id, Approves: false, "wait"));
        Assert.Equal((ThreatStatus.Accepted, AcceptanceState.Approved), (Status, _stage.Find(s_first).State));
    }

    [Fact]
    public void What_is_overdue_can_be_asked_for_anew_before_the_job_has_come_by()
    {
        Accept();
        _stage.Now = _stage.Now.AddDays(31);
        _stage.Must(Stage.Grace, Request(s_second));
        Assert.Equal((AcceptanceEnd.Expired, (Id<Acceptance>?)s_first), (_stage.Find(s_first).Ending!.Kind, _stage.Find(s_second).Renews));
    }

    [Fact]
    public void Fourteen_days_before_its_last_day_it_is_warned_about()
    {
        Accept();
        var acceptance = _stage.Find(s_first);
        Assert.False(AcceptanceChain.IsWarned(acceptance, acceptance.Terms.Expires.AddDays(-15)));
        Assert.True(AcceptanceChain.IsWarned(acceptance, acceptance.Terms.Expires.AddDays(-14)));
        Assert.False(AcceptanceChain.IsWarned(acceptance, acceptance.Terms.Expires.AddDays(1)));
    }

    [Fact]
    public void A_day_is_the_workspaces_day()
    {
        var late = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 3, 3), WorkspaceZone.Named("Europe/Berlin").DayOf(late));
        Assert.Equal(new DateOnly(2026, 3, 2), WorkspaceZone.Named("America/New_York").DayOf(late));
        Assert.Equal(WorkspaceZone.Utc, WorkspaceZone.Named("Middle/Earth"));
        Assert.NotNull(WorkspaceZone.Problem("Middle/Earth"));
    }

    private void Accept()
    {
        _stage.Must(Stage.Grace, Request());
        _stage.Must(Stage.Rita, Approve());
    }

    private RequestAcceptance Request(Id<Acceptance>? id = null, string reason = "It costs more than it saves.", DateOnly? expires = null) =>
        new(id ?? s_first, _threat.Id, new(reason, "Watched by hand.", expires ?? InThirtyDays));

    private DecideAcceptance Approve(Id<Acceptance>? id = null) => new(id ?? s_first, _threat.Id, Approves: true);

    private void Refused(Signatory by, Step step, string because) => Assert.Contains(because, Assert.Single(_stage.Take(by, step).Problems).Message, StringComparison.Ordinal);
}
