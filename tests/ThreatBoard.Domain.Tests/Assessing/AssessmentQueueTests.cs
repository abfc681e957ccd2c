using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Workflow;

namespace ThreatBoard.Domain.Tests.Assessing;

public sealed class AssessmentQueueTests
{
    private readonly Stage _stage = new(Shop.Content);

    [Fact]
    public void What_the_rules_rate_worst_comes_first()
    {
        var (mild, bad, unrated) = (Shop.Threat(50) with { Suggested = new(1, 2) }, Shop.Threat(51) with { Suggested = new(5, 5) }, Shop.Threat(52));
        _stage.Edit(Stage.Ada, Change.Add(mild), Change.Add(bad), Change.Add(unrated));
        Assert.Equal([bad.Id, mild.Id, unrated.Id], Queue().Select(queued => queued.Threat.Id));
    }

    [Fact]
    public void Judgements_are_counted_apart_from_what_was_taken_over()
    {
        var (judged, taken, left) = (Shop.Threat(50), Shop.Threat(51) with { Suggested = new(2, 2) }, Shop.Threat(52));
        _stage.Edit(Stage.Ada, Change.Add(judged), Change.Add(taken), Change.Add(left));
        _stage.Edit(Stage.Ada, Assess.By(_stage.Content, judged, 2, 3, "seen", Shop.Attacker.Id), Assess.BySuggestion(_stage.Content, taken, "as the rule says", Shop.Attacker.Id)!);
        Assert.Equal(new AssessmentTally(3, 1, 1, 1), AssessmentTally.Of(Queue()));
    }

    [Fact]
    public void What_changed_since_is_left_again_and_what_carries_no_risk_is_not_asked()
    {
        var threat = Shop.Threat(50, Stride.Tampering, EntityRef.To(Shop.Orders));
        _stage.Edit(Stage.Ada, Change.Add(threat), Change.Add(Shop.Threat(51) with { Treatment = new(TreatmentKind.NotApplicable, "it stands alone") }));
        _stage.Edit(Stage.Ada, Assess.By(_stage.Content, threat, 2, 3, "seen", Shop.Attacker.Id));
        Assert.Equal(QueueReason.Assessed, Assert.Single(Queue()).Reason);
        _stage.Edit(Stage.Ada, Change.Of(Shop.Orders, Shop.Orders with { IsContainer = true }));
        Assert.Equal(QueueReason.Outdated, Assert.Single(Queue()).Reason);
    }

    [Fact]
    public void Without_a_word_or_an_actor_it_is_left()
    {
        var threat = Shop.Threat(50);
        _stage.Edit(Stage.Ada, Change.Add(threat));
        _stage.Edit(Stage.Ada, Assess.By(_stage.Content, threat, 2, 3, " ", Shop.Attacker.Id));
        Assert.Equal(QueueReason.Incomplete, Assert.Single(Queue()).Reason);
    }

    [Fact]
    public void A_mark_that_is_taken_back_is_asked_again()
    {
        var cell = CoverageTable.Of(_stage.Content).Cells[0].Cell;
        _stage.Edit(Stage.Ada, [.. Marking.Of(_stage.Content, [cell], CoverageMarkKind.NothingHere, "We looked.", TimeProvider.System)]);
        Assert.Equal(CellState.NothingHere, CoverageTable.Of(_stage.Content)[cell]!.State);
        _stage.Edit(Stage.Ada, [.. Marking.Withdrawn(_stage.Content, [cell])]);
        Assert.Equal(CellState.Open, CoverageTable.Of(_stage.Content)[cell]!.State);
    }

    private System.Collections.Immutable.ImmutableArray<QueuedThreat> Queue() => AssessmentQueue.Of(_stage.Content, _stage.Today);
}
