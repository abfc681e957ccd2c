using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Risk;

public sealed class RiskChangeTests
{
    private static readonly Threat s_threat = new()
    {
        Id = Id<Threat>.New(TimeProvider.System), Title = "Anybody reads the orders", Suggested = new(4, 4),
    };

    [Fact]
    public void A_threat_that_appears_is_new_and_raises_the_score_by_its_residual_risk()
    {
        var change = RiskChange.Of(ModelContent.Empty, ModelContent.Empty.With(s_threat));

        var delta = Assert.Single(change.Threats);
        Assert.Equal((ThreatDeltaKind.New, 16), (delta.Kind, delta.Difference));
        Assert.Equal((0, 16), (change.Before.Score, change.After.Score));
        Assert.Equal(1, change.After.In(RiskBand.Critical));
    }

    [Fact]
    public void A_threat_that_a_change_resolved_is_gone_although_its_row_stays()
    {
        var resolved = s_threat with { Verdict = new(Answer.NotFound, "not there any more") };

        var change = RiskChange.Of(ModelContent.Empty.With(s_threat), ModelContent.Empty.With(resolved));

        Assert.Equal(ThreatDeltaKind.Gone, Assert.Single(change.Threats).Kind);
        Assert.Equal((16, 0, 0), (change.Before.Score, change.After.Score, change.After.Open));
    }

    [Fact]
    public void A_threat_that_was_resolved_and_comes_back_is_new()
    {
        var resolved = s_threat with { Verdict = new(Answer.NotFound, "not there") };

        var change = RiskChange.Of(ModelContent.Empty.With(resolved), ModelContent.Empty.With(s_threat));

        Assert.Equal(ThreatDeltaKind.New, Assert.Single(change.Threats).Kind);
    }

    [Fact]
    public void Only_a_mitigation_that_is_implemented_lowers_the_risk()
    {
        var mitigation = new Mitigation { Id = Id<Mitigation>.New(TimeProvider.System), Title = "Ask for a token", Status = MitigationStatus.Planned };
        var link = new MitigationLink
        {
            Id = Id<MitigationLink>.New(TimeProvider.System), Mitigation = mitigation.Id, Threat = s_threat.Id, Effect = new(2, 0),
        };
        var bare = ModelContent.Empty.With(s_threat);
        var planned = bare.With(mitigation).With(link);
        var done = planned.With(mitigation with { Status = MitigationStatus.Implemented });

        Assert.Equal(ThreatDeltaKind.Status, Assert.Single(RiskChange.Of(bare, planned).Threats).Kind);
        var delta = Assert.Single(RiskChange.Of(planned, done).Threats);
        Assert.Equal((ThreatDeltaKind.ReRated, -8), (delta.Kind, delta.Difference));
    }

    [Fact]
    public void What_nobody_would_count_is_no_delta()
    {
        var renamed = s_threat with { Title = "Somebody reads the orders" };

        Assert.Empty(RiskChange.Of(ModelContent.Empty.With(s_threat), ModelContent.Empty.With(renamed)).Threats);
    }

    [Fact]
    public void A_threat_that_nobody_rated_is_counted_apart()
    {
        var unrated = s_threat with { Suggested = null };

        var summary = RiskChange.Of(ModelContent.Empty, ModelContent.Empty.With(unrated)).After;

        Assert.Equal((1, 0, 1), (summary.In(RiskBand.None), summary.Score, summary.Open));
    }
}
