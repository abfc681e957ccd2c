using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Revisions;

public sealed class RestorePlanTests
{
    private static readonly Boundary s_shop = Some.Boundary();
    private static readonly Component s_web = Some.Component("web", s_shop.Id);
    private static readonly Component s_api = Some.Component("api", s_shop.Id);
    private static readonly Flow s_flow = Some.Flow(s_web, s_api);
    private static readonly Control s_control = Some.Control(EntityRef.To(s_api));
    private static readonly Signature s_ada = new(Guid.CreateVersion7(), "Ada", DateTimeOffset.UnixEpoch);
    private static readonly ModelContent s_then = ModelContent.Empty.With(s_shop).With([s_web, s_api]).With(s_flow).With(s_control);

    private static ModelContent Without(ModelContent content, params Change[] removed) => content.Apply(Closure.Of(content, [.. removed]));

    private static IEnumerable<string> Words(RestorePlan plan) => plan.Changes.Select(change => $"{change.Kind} {change.Title}");

    [Fact]
    public void The_whole_comes_back_and_what_was_added_since_goes()
    {
        var now = Without(s_then, Change.Remove(s_api)).With(Some.Component("later"));
        var plan = RestorePlan.Of(now, s_then, only: null);
        Assert.Empty(plan.Refused);
        Assert.Empty(Comparison.Between(s_then, now.Apply(plan.Changes)));
    }

    [Fact]
    public void One_entity_brings_what_belongs_to_it_and_leaves_the_rest()
    {
        var now = Without(s_then, Change.Remove(s_api)).With(s_web with { Technology = "nginx" });
        var plan = RestorePlan.Of(now, s_then, [EntityRef.To(s_api)]);
        Assert.Equal(["Added api", "Added HTTP 80", "Added Network policy"], Words(plan));
        Assert.Equal("nginx", now.Apply(plan.Changes).Find<Component>(s_web.Id.Value)!.Technology);
    }

    [Fact]
    public void One_entity_brings_what_it_cannot_be_without()
    {
        var now = Without(s_then, Change.Remove(s_api), Change.Remove(s_web));
        Assert.Equal(["Added web", "Added api", "Added HTTP 80", "Added Network policy"], Words(RestorePlan.Of(now, s_then, [EntityRef.To(s_flow)])).OrderByDescending(word => word == "Added web").ThenByDescending(word => word == "Added api").ThenByDescending(word => word == "Added HTTP 80"));
    }

    [Fact]
    public void What_it_can_be_without_is_left_out()
    {
        var now = Without(s_then, Change.Remove(s_shop), Change.Remove(s_api));
        var plan = RestorePlan.Of(now, s_then, [EntityRef.To(s_api)]);
        Assert.Null(plan.Changes.OfType<Change<Component>>().Single().After!.Tenancy);
    }

    [Fact]
    public void Nobodys_word_is_revived_and_it_is_said_so()
    {
        var done = Some.Mitigation() with { Status = MitigationStatus.Verified, Implemented = s_ada, Verified = s_ada };
        var reopened = done with { Status = MitigationStatus.Planned, Implemented = null, Verified = null, Title = "Other words" };
        var plan = RestorePlan.Of(ModelContent.Empty.With(reopened), ModelContent.Empty.With(done), only: null);
        var after = plan.Changes.OfType<Change<Mitigation>>().Single().After!;
        Assert.Equal((done.Title, MitigationStatus.Planned, null, null), (after.Title, after.Status, after.Implemented, after.Verified));
        Assert.Contains("not revived", Assert.Single(plan.Refused).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mitigation_that_was_removed_comes_back_without_its_signatures()
    {
        var done = Some.Mitigation() with { Status = MitigationStatus.Implemented, Implemented = s_ada };
        var after = RestorePlan.Of(ModelContent.Empty, ModelContent.Empty.With(done), only: null).Changes.OfType<Change<Mitigation>>().Single().After!;
        Assert.Equal((MitigationStatus.InProgress, null), (after.Status, after.Implemented));
    }

    [Fact]
    public void An_earlier_state_takes_a_word_away()
    {
        var planned = Some.Mitigation() with { Status = MitigationStatus.Planned };
        var verified = planned with { Status = MitigationStatus.Verified, Implemented = s_ada, Verified = s_ada };
        var plan = RestorePlan.Of(ModelContent.Empty.With(verified), ModelContent.Empty.With(planned), only: null);
        Assert.Equal(planned, plan.Changes.OfType<Change<Mitigation>>().Single().After);
        Assert.Empty(plan.Refused);
    }

    [Fact]
    public void Records_stay_as_they_are()
    {
        var then = s_then.With(Some.Iteration());
        Assert.True(RestorePlan.Of(s_then, then, only: null).IsEmpty);
        Assert.True(RestorePlan.Of(then, s_then, only: null).IsEmpty);
    }

    [Fact]
    public void What_would_break_a_rule_is_refused_with_the_reason_and_the_rest_comes()
    {
        var threat = Some.Threat(ThreatSubject.Of(s_web)) with { Treatment = new(TreatmentKind.Accept, "small") };
        var held = new Acceptance { Id = Some.Id<Acceptance>(), Threat = threat.Id, Requested = s_ada, Terms = new("small", "", new(2027, 1, 1)) };
        var now = s_then.With(threat).With(held).With(s_web with { Name = "renamed" });
        var plan = RestorePlan.Of(now, s_then.With(threat with { Treatment = new(TreatmentKind.Mitigate, "") }), only: null);
        Assert.Equal(["Changed web"], Words(plan));
        Assert.Contains("withdraw", Assert.Single(plan.Refused).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_told_from_another_by_its_digest()
    {
        var now = Without(s_then, Change.Remove(s_api));
        Assert.Equal(RestorePlan.Of(now, s_then, null).Digest(), RestorePlan.Of(now, s_then, null).Digest());
        Assert.NotEqual(RestorePlan.Of(now, s_then, null).Digest(), RestorePlan.Of(now.With(s_web with { Name = "other" }), s_then, null).Digest());
    }
}
