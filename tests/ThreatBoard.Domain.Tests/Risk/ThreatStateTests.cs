using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Risk;

public sealed class ThreatStateTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_persons_assessment_goes_before_the_rules_suggestion()
    {
        var threat = _sketch.Threat() with { Suggested = new(5, 5) };
        Assert.Equal(new Rating(5, 5), ThreatState.Of(threat, []).Inherent);
        Assert.Equal(new Rating(2, 2), ThreatState.Of(threat with { Assessment = new(2, 2, "") }, []).Inherent);
        Assert.Null(ThreatState.Of(threat with { Suggested = null }, []).Inherent);
    }

    [Fact]
    public void What_a_rule_cannot_tell_carries_no_rating_until_a_person_gives_one()
    {
        var question = _sketch.Threat() with { Suggested = new(4, 5), Verdict = new(Answer.CannotTell, "nobody said") };
        Assert.Equal((null, 0, ThreatStatus.Open), (ThreatState.Of(question, []).Inherent, ThreatState.Of(question, []).ResidualScore, ThreatState.Of(question, []).Status));
        Assert.Equal(new Rating(3, 3), ThreatState.Of(question with { Assessment = new(3, 3, "") }, []).Inherent);
    }

    [Fact]
    public void Residual_risk_counts_only_what_is_implemented()
    {
        var threat = _sketch.Put(_sketch.Threat() with { Assessment = new(4, 5, "") });
        var mitigation = _sketch.Mitigation(threat);
        Assert.Equal((new(4, 5), new(2, 5)), (State(threat).Residual, State(threat).Planned));
        _sketch.Put(mitigation with { Status = MitigationStatus.Implemented });
        Assert.Equal((new(2, 5), ThreatStatus.Mitigated), (State(threat).Residual, State(threat).Status));
    }

    [Fact]
    public void One_mitigation_of_two_that_is_done_leaves_the_threat_in_treatment()
    {
        var threat = _sketch.Put(_sketch.Threat() with { Assessment = new(5, 5, "") });
        _sketch.Mitigation(threat, MitigationStatus.Verified);
        _sketch.Mitigation(threat, MitigationStatus.InProgress);
        Assert.Equal((ThreatStatus.InTreatment, new(3, 5), new(1, 5)), (State(threat).Status, State(threat).Residual, State(threat).Planned));
    }

    [Theory]
    [InlineData(TreatmentKind.Accept, ThreatStatus.Assessed, 20)]
    [InlineData(TreatmentKind.Transfer, ThreatStatus.Transferred, 20)]
    [InlineData(TreatmentKind.Avoid, ThreatStatus.Avoided, 0)]
    [InlineData(TreatmentKind.NotApplicable, ThreatStatus.NotApplicable, 0)]
    [InlineData(TreatmentKind.Mitigate, ThreatStatus.InTreatment, 20)]
    [InlineData(TreatmentKind.Undecided, ThreatStatus.Assessed, 20)]
    public void A_treatment_gives_the_status_and_says_whether_the_risk_is_still_carried(TreatmentKind kind, ThreatStatus status, int carried)
    {
        var state = ThreatState.Of(_sketch.Threat() with { Assessment = new(4, 5, ""), Treatment = new(kind, "Because.") }, []);
        Assert.Equal((status, carried), (state.Status, state.ResidualScore));
    }

    [Fact]
    public void What_the_rule_finds_no_more_is_resolved_whatever_was_decided()
    {
        var threat = _sketch.Threat() with { Verdict = new(Answer.NotFound, ""), Treatment = new(TreatmentKind.Accept, "Small."), Assessment = new(5, 5, "") };
        Assert.Equal((ThreatStatus.ResolvedByChange, 0), (ThreatState.Of(threat, []).Status, ThreatState.Of(threat, []).ResidualScore));
    }

    [Theory]
    [InlineData(1, 4, RiskBand.Low)]
    [InlineData(1, 5, RiskBand.Medium)]
    [InlineData(3, 3, RiskBand.Medium)]
    [InlineData(2, 5, RiskBand.High)]
    [InlineData(3, 4, RiskBand.High)]
    [InlineData(3, 5, RiskBand.Critical)]
    [InlineData(5, 5, RiskBand.Critical)]
    public void A_score_lies_in_its_band(int likelihood, int impact, RiskBand band) => Assert.Equal(band, BandScale.Usual.Of(new Rating(likelihood, impact).Score));

    [Fact]
    public void A_rating_is_never_lowered_below_1() => Assert.Equal(new Rating(1, 1), new Rating(2, 3).LoweredBy(new(4, 4)));

    private ThreatState State(Threat threat) => ThreatState.OfAll(_sketch.Content)[threat.Id];
}
