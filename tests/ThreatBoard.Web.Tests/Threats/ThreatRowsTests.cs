using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class ThreatRowsTests
{
    private readonly Component _user = new() { Id = Made<Component>(), Name = "user", Kind = ComponentKind.ExternalEntity };
    private readonly Component _shop = new() { Id = Made<Component>(), Name = "shop" };
    private readonly Flow _call;

    public ThreatRowsTests() => _call = new() { Id = Made<Flow>(), Ends = new(_user.Id, _shop.Id), Protocol = "HTTP" };

    [Fact]
    public void A_row_tells_subject_actor_rule_exposure_and_age()
    {
        var actor = new Actor { Id = Made<Actor>(), Name = "External attacker" };
        var row = RowOf(Triage.Threat() with { Subject = ThreatSubject.Of(_shop), Actor = actor.Id, Finding = new("FLOW-001", [_shop.Id.Value], "") }, content => content.With(actor));
        Assert.Equal(("shop", "External attacker", "FLOW-001", 1), (row.SubjectTitle, row.Actor, row.Rule, row.Exposure));
        Assert.Equal(20, row.AgeInDays);
    }

    [Fact]
    public void A_flow_without_a_name_is_told_by_its_ends() =>
        Assert.Equal("user → shop", RowOf(Triage.Threat() with { Subject = ThreatSubject.Of(_call) }).SubjectTitle);

    [Fact]
    public void A_subject_that_is_gone_keeps_its_name_and_has_no_exposure()
    {
        var row = RowOf(Triage.Threat() with { Subject = new(new("component", Guid.CreateVersion7()), IsGone: true, "old shop") });
        Assert.Equal(("old shop", null, ThreatStatus.ResolvedByChange), (row.SubjectTitle, row.Exposure, row.State.Status));
    }

    [Fact]
    public void A_suggestion_is_not_taken_for_an_assessment()
    {
        Assert.Equal(RatedBy.Rule, RowOf(Triage.Threat() with { Suggested = new(3, 4) }).RatedBy);
        Assert.Equal(RatedBy.Person, RowOf(Triage.Threat() with { Suggested = new(3, 4), Assessment = new(2, 2, "") }).RatedBy);
        Assert.Equal(RatedBy.Nobody, RowOf(Triage.Threat()).RatedBy);
    }

    [Theory]
    [InlineData("e8ec0000-0000-4000-8000-000000000001", 1970)]
    [InlineData("ffffffff-ffff-7000-8000-000000000001", 9999)]
    public void An_id_that_tells_no_sensible_time_breaks_nothing(string id, int year) =>
        Assert.Equal(year, RowOf(Triage.Threat() with { Id = new(new Guid(id)) }).Since.Year);

    private static Id<T> Made<T>()
        where T : class, IEntity => new(Guid.CreateVersion7());

    private ThreatRow RowOf(Threat threat, Func<ModelContent, ModelContent>? also = null)
    {
        var content = ModelContent.Empty.With([_user, _shop]).With(_call).With(threat);
        return Assert.Single(ThreatRows.Of(also?.Invoke(content) ?? content, new(new(2026, 11, 21), WorkingRules.Usual)));
    }
}
