using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Revisions;

public sealed class RiskComparisonTests
{
    private static readonly Component s_web = Some.Component();
    private static readonly Threat s_read = Some.Threat(ThreatSubject.Of(s_web), "Read") with { Suggested = new(4, 4) };
    private static readonly Threat s_forged = Some.Threat(ThreatSubject.Of(s_web), "Forged") with { Suggested = new(2, 5) };
    private static readonly ModelContent s_before = ModelContent.Empty.With(s_web).With([s_read, s_forged]);

    [Fact]
    public void The_same_state_twice_moves_nothing()
    {
        var risk = RiskComparison.Of(s_before, s_before);
        Assert.Empty(risk.Threats);
        Assert.Empty(risk.Moves);
        Assert.Equal(risk.Before, risk.After);
    }

    [Fact]
    public void A_new_threat_enters_the_matrix_and_one_that_is_gone_leaves_it()
    {
        var late = Some.Threat(ThreatSubject.Of(s_web), "Late") with { Suggested = new(1, 1) };
        var risk = RiskComparison.Of(s_before, s_before.Apply([Change.Remove(s_read)]).With(late));
        Assert.Equal(["Late"], risk.New.Select(move => move.Threat.Title));
        Assert.Equal(["Read"], risk.Gone.Select(move => move.Threat.Title));
        Assert.Equal([(new Rating(4, 4), null), (null, new Rating(1, 1))], risk.Moves.Select(move => (move.From, move.To)));
        Assert.Equal((1, 0), (risk.Before[new(4, 4)], risk.After.GetValueOrDefault(new(4, 4))));
    }

    [Fact]
    public void Another_rating_of_the_same_score_is_a_move()
    {
        var risk = RiskComparison.Of(s_before, s_before.With(s_forged with { Assessment = new(5, 2, "seen") }));
        var move = Assert.Single(risk.ReRated);
        Assert.Equal((new Rating(2, 5), new Rating(5, 2), 0), (move.From, move.To, move.Difference));
        Assert.Single(risk.Moves);
    }

    [Fact]
    public void What_an_implemented_mitigation_does_is_told_as_rating_and_as_treatment()
    {
        var (work, link) = Work(MitigationStatus.Proposed);
        var planned = s_before.With(work).With(link);
        var done = planned.With(work with { Status = MitigationStatus.Implemented });
        var begun = Assert.Single(RiskComparison.Of(s_before, planned).Threats);
        Assert.True(begun is { IsTreatedOtherwise: true, IsReRated: false });
        var ended = Assert.Single(RiskComparison.Of(planned, done).Threats);
        Assert.True(ended is { IsTreatedOtherwise: true, IsReRated: true });
        Assert.Equal(new Rating(2, 4), ended.To);
    }

    [Fact]
    public void A_judgement_alone_is_no_other_treatment()
    {
        var risk = RiskComparison.Of(s_before, s_before.With(s_read with { Assessment = new(4, 4, "as the rule says") }));
        Assert.Empty(risk.TreatedOtherwise);
    }

    [Fact]
    public void A_reason_alone_is_another_treatment()
    {
        var treated = s_before.With(s_read with { Treatment = new(TreatmentKind.NotApplicable, "old") });
        var move = Assert.Single(RiskComparison.Of(treated, treated.With(s_read with { Treatment = new(TreatmentKind.NotApplicable, "new") })).Threats);
        Assert.True(move.IsTreatedOtherwise);
        Assert.Null(move.To);
    }

    private static (Mitigation, MitigationLink) Work(MitigationStatus status)
    {
        var work = Some.Mitigation() with { Status = status };
        return (work, Some.Link(work, s_read));
    }
}
