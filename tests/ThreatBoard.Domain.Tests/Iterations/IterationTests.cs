using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Workflow;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Iterations;

public sealed class IterationTests
{
    private static readonly Id<Iteration> s_first = new(Shop.Guid(100));
    private static readonly Id<Iteration> s_second = new(Shop.Guid(101));

    private readonly Stage _stage = new(Shop.Content);

    [Fact]
    public void Each_kind_of_element_is_asked_its_categories() => Assert.Equal(
        (6, 4, 3), (CoverageTable.Of(Shop.Content).Of(EntityRef.To(Shop.Web)).Count(), CoverageTable.Of(Shop.Content).Of(EntityRef.To(Shop.Orders)).Count(), CoverageTable.Of(Shop.Content).Of(EntityRef.To(Shop.Call)).Count()));

    [Fact]
    public void Identifying_misses_every_cell_and_a_run_of_the_rules()
    {
        Open();
        var missing = PhaseGuard.Missing(_stage.Content, _stage.Iteration, _stage.Today);
        Assert.Equal(13, missing.Count(blocker => blocker.Kind is BlockerKind.CellOpen));
        Assert.Single(missing, blocker => blocker.Kind is BlockerKind.RulesNotRun);
        Assert.Equal(14, _stage.Take(Stage.Grace, Close(IterationPhase.Identify)).Problems.Length);
        Assert.Contains("“web” for spoofing", missing[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_owner_overrides_and_the_reason_and_what_was_left_stay()
    {
        Open();
        Assert.Contains("Only an owner", Assert.Single(_stage.Take(Stage.Grace, Close(IterationPhase.Identify, "late")).Problems).Message, StringComparison.Ordinal);
        _stage.Must(Stage.Ada, Close(IterationPhase.Identify, "It is late."));
        var closing = Assert.Single(_stage.Iteration.Closings);
        Assert.Equal(("It is late.", 14, "Ada"), (closing.Override, closing.Left.Count, closing.Name));
        Assert.Empty(PhaseGuard.LookAgain(_stage.Content, _stage.Iteration, _stage.Today));
    }

    [Fact]
    public void What_is_left_out_is_asked_again_once_it_changes()
    {
        Open();
        _stage.Must(Stage.Ada, Close(IterationPhase.Identify, "It is late."));
        _stage.Edit(Stage.Grace, Change.Of(Shop.Orders, Shop.Orders with { IsContainer = true }));
        Assert.Equal(4 + 1, PhaseGuard.LookAgain(_stage.Content, _stage.Iteration, _stage.Today).Length);
    }

    [Fact]
    public void A_whole_turn_ends_in_a_revision_that_names_it()
    {
        Turn();
        Assert.Equal((IterationPhase.Closed, 1, 1), (_stage.Iteration.Phase, _stage.Iteration.Revision!.Value, _stage.Revisions));
        Assert.All(_stage.Iteration.Closings, closing => Assert.False(closing.IsOverridden));
        Assert.Equal("Iteration 1", new ClosePhase(s_first, IterationPhase.Mitigate).Publishes(_stage.Ground(Stage.Ada)));
    }

    [Fact]
    public void The_next_iteration_asks_only_what_has_changed()
    {
        Turn();
        _stage.Edit(Stage.Grace, Change.Of(Shop.Web, Shop.Web with { Name = "renamed", Description = "and described", Tags = ["moved"] }));
        _stage.Must(Stage.Grace, new OpenIteration(s_second, new(IterationCause.Date, "", null)));
        _stage.RunRules();
        Assert.Empty(Missing(BlockerKind.CellOpen, BlockerKind.CellOutdated));
        _stage.Edit(Stage.Grace, Change.Of(Shop.Orders, Shop.Orders with { IsContainer = true }));
        _stage.RunRules();
        Assert.All(Missing(BlockerKind.CellOpen, BlockerKind.CellOutdated), blocker => Assert.Equal(EntityRef.To(Shop.Orders), blocker.Subject));
        Assert.Equal(4, Missing(BlockerKind.CellOutdated).Count());
    }

    [Fact]
    public void A_new_rule_asks_its_category_again_and_no_other()
    {
        Turn();
        _stage.Must(Stage.Grace, new OpenIteration(s_second, new(IterationCause.Date, "", null)));
        var known = _stage.Content.All<KnownRules>().Single();
        _stage.Edit(Stage.Ada, Change.Of(known, known with { Rules = known.Rules.With("DenialOfService NEW-001") }));
        Assert.Equal(3, Missing(BlockerKind.CellOutdated).Count());
        Assert.All(Missing(BlockerKind.CellOutdated), blocker => Assert.Equal(Stride.DenialOfService, blocker.Category));
    }

    [Fact]
    public void A_changed_architecture_in_a_later_phase_says_what_to_look_at_again_and_only_that()
    {
        Open();
        var (mine, other) = (Shop.Threat(50, Stride.Tampering, EntityRef.To(Shop.Orders)), Shop.Threat(51));
        _stage.Edit(Stage.Grace, Change.Add(mine), Change.Add(other));
        Cover();
        _stage.Must(Stage.Grace, Close(IterationPhase.Identify));
        AssessAll();
        _stage.Must(Stage.Grace, Close(IterationPhase.Assess));
        Assert.Empty(PhaseGuard.LookAgain(_stage.Content, _stage.Iteration, _stage.Today));
        _stage.Edit(Stage.Grace, Change.Of(Shop.Orders, Shop.Orders with { IsContainer = true }));
        _stage.RunRules();
        var again = PhaseGuard.LookAgain(_stage.Content, _stage.Iteration, _stage.Today);
        Assert.Equal(3, again.Count(blocker => blocker.Kind is BlockerKind.CellOutdated && blocker.Subject == EntityRef.To(Shop.Orders)));
        Assert.Contains(again, blocker => blocker.Kind is BlockerKind.AssessmentOutdated && blocker.Subject == EntityRef.To(mine));
        Assert.DoesNotContain(again, blocker => blocker.Subject == EntityRef.To(other) || blocker.Subject == EntityRef.To(Shop.Web));
    }

    [Fact]
    public void One_iteration_is_open_at_a_time_and_a_second_is_no_first_look()
    {
        Open();
        Assert.Contains("Iteration 1 is open", Assert.Single(_stage.Take(Stage.Grace, new OpenIteration(s_second, new(IterationCause.Date, "", null))).Problems).Message, StringComparison.Ordinal);
        foreach (var phase in new[] { IterationPhase.Identify, IterationPhase.Assess, IterationPhase.Mitigate }) _stage.Must(Stage.Ada, Close(phase, "late"));
        Assert.True(_stage.Take(Stage.Grace, new OpenIteration(s_second, IterationReason.FirstLook)).IsRefused);
        Assert.True(_stage.Take(Stage.Grace, new OpenIteration(s_second, new(IterationCause.ArchitectureChanged, "", null))).IsRefused);
        _stage.Must(Stage.Grace, new OpenIteration(s_second, new(IterationCause.ArchitectureChanged, "", 12)));
        Assert.Equal(2, _stage.Iteration.Number);
    }

    [Fact]
    public void Where_the_workspace_asks_for_it_a_reviewer_who_wrote_nothing_approves_this_very_content()
    {
        _stage.Rules = WorkingRules.Usual with { AsksApproval = true };
        Open();
        foreach (var phase in new[] { IterationPhase.Identify, IterationPhase.Assess }) _stage.Must(Stage.Ada, Close(phase, "late"));
        Assert.Contains("No reviewer", Assert.Single(_stage.Take(Stage.Ada, Close(IterationPhase.Mitigate, "late")).Problems).Message, StringComparison.Ordinal);
        var approval = new Id<Approval>(Shop.Guid(200));
        _stage.Must(Stage.Grace, new AskApproval(approval));
        Assert.Contains("somebody else", Assert.Single(_stage.Take(Stage.Ada, new DecideApproval(approval, Approves: true)).Problems).Message, StringComparison.Ordinal);
        _stage.Must(Stage.Rita, new DecideApproval(approval, Approves: true));
        Assert.Contains("already", Assert.Single(_stage.Take(Stage.Ada, new DecideApproval(approval, Approves: true)).Problems).Message, StringComparison.Ordinal);
        _stage.Edit(Stage.Grace, Change.Of(Shop.Web, Shop.Web with { Technology = "nginx" }));
        Assert.NotEmpty(ApprovalGuard.Of(_stage.Ground(Stage.Ada)));
        _stage.Edit(Stage.Grace, Change.Of(_stage.Find(Shop.Web.Id), Shop.Web));
        _stage.Must(Stage.Ada, Close(IterationPhase.Mitigate, "late"));
        Assert.False(_stage.Find(approval).Decision!.IsAlone);
    }

    [Fact]
    public void Whoever_is_alone_approves_their_own_and_it_stays_visible()
    {
        var approval = new Id<Approval>(Shop.Guid(200));
        _stage.Must(Stage.Ada, new AskApproval(approval));
        _stage.Must(Stage.Ada with { IsAlone = true }, new DecideApproval(approval, Approves: true));
        Assert.True(_stage.Find(approval).Decision!.IsAlone);
    }

    [Fact]
    public void A_review_comes_round_after_the_last_iteration_and_is_settled_by_the_next()
    {
        var plan = new ReviewPlan { Id = new(Shop.Guid(300)), Months = 3, From = _stage.Today };
        _stage.Edit(Stage.Ada, Change.Add(plan));
        Assert.Equal(_stage.Today.AddMonths(3), ReviewDays.Next(_stage.Content, WorkspaceZone.Utc));
        _stage.Must(Stage.Calendar, new MarkReviewDue());
        Assert.Null(_stage.Find(plan.Id).DueSince);
        _stage.Now = _stage.Now.AddMonths(4);
        _stage.Must(Stage.Calendar, new MarkReviewDue());
        Assert.Equal(_stage.Today, _stage.Find(plan.Id).DueSince);
        Assert.Empty(new MarkReviewDue().Decide(_stage.Ground(Stage.Calendar)).Changes);
        Turn();
        Assert.Null(_stage.Find(plan.Id).DueSince);
        Assert.Equal(_stage.Today.AddMonths(3), ReviewDays.Next(_stage.Content, WorkspaceZone.Utc));
    }

    private static ClosePhase Close(IterationPhase phase, string reason = "") => new(s_first, phase, reason);

    private void Open() => _stage.Must(Stage.Grace, new OpenIteration(s_first, IterationReason.FirstLook));

    private void Turn()
    {
        Open();
        Cover();
        _stage.Must(Stage.Grace, Close(IterationPhase.Identify));
        AssessAll();
        _stage.Must(Stage.Grace, Close(IterationPhase.Assess));
        foreach (var threat in _stage.Content.All<Threat>().ToList()) _stage.Edit(Stage.Grace, Change.Of(threat, threat with { Treatment = new(TreatmentKind.NotApplicable, "it stands alone") }));
        _stage.Must(Stage.Grace, Close(IterationPhase.Mitigate));
    }

    private void Cover()
    {
        _stage.RunRules();
        var cells = CoverageTable.Of(_stage.Content).Missing.Select(answer => answer.Cell);
        _stage.Edit(Stage.Grace, [.. Marking.Of(_stage.Content, cells, CoverageMarkKind.NothingHere, "We looked.", TimeProvider.System)]);
    }

    private void AssessAll()
    {
        foreach (var threat in _stage.Content.All<Threat>().ToList()) _stage.Edit(Stage.Grace, Assess.By(_stage.Content, threat, 2, 3, "seen", Shop.Attacker.Id));
    }

    private IEnumerable<Blocker> Missing(params BlockerKind[] kinds) =>
        PhaseGuard.Of(IterationPhase.Identify, _stage.Content, _stage.Iteration, _stage.Today).Where(blocker => kinds.Contains(blocker.Kind));
}
