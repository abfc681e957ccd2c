using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Revisions;

public sealed class FlowShiftTests
{
    private static readonly Boundary s_shop = Some.Boundary();
    private static readonly Component s_web = Some.Component("web", s_shop.Id);
    private static readonly Component s_user = Some.Component("user", kind: ComponentKind.ExternalEntity);
    private static readonly Flow s_flow = Some.Flow(s_user, s_web) with { Transport = new() { Encryption = Encryption.Tls, Authentication = Authentication.Token } };
    private static readonly ModelContent s_before = ModelContent.Empty.With(s_shop).With([s_web, s_user]).With(s_flow);

    [Fact]
    public void What_is_weaker_is_lost_and_what_is_stronger_is_gained()
    {
        Assert.Equal([(FlowProtection.Encryption, false), (FlowProtection.Authentication, false)], Shifts(s_before.With(s_flow with { Transport = Transport.Unknown })));
        Assert.Equal([(FlowProtection.Encryption, true)], Shifts(s_before.With(s_flow with { Transport = s_flow.Transport with { Encryption = Encryption.MutualTls } })));
    }

    [Fact]
    public void What_is_unknown_protects_as_little_as_what_is_absent()
    {
        var unknown = s_before.With(s_flow with { Transport = Transport.Unknown });
        Assert.Empty(FlowShift.Between(unknown, s_before.With(s_flow with { Transport = new() { Encryption = Encryption.None, Authentication = Authentication.None } })));
    }

    [Fact]
    public void Controls_come_and_go_by_name()
    {
        var present = Some.Control(EntityRef.To(s_flow), "Filtered") with { State = new(ControlPresence.Present, "seen") };
        var gained = Assert.Single(FlowShift.Between(s_before.With(present with { State = ControlState.Unknown }), s_before.With(present)));
        Assert.Equal((FlowProtection.Control, true, "Filtered"), (gained.What, gained.IsGain, gained.Control));
        Assert.False(Assert.Single(FlowShift.Between(s_before.With(present), s_before)).IsGain);
    }

    [Fact]
    public void A_flow_that_crosses_nothing_is_not_told()
    {
        var other = Some.Component("api", s_shop.Id);
        var inside = Some.Flow(s_web, other);
        var before = s_before.With(other).With(inside);
        Assert.Empty(FlowShift.Between(before, before.With(inside with { Transport = new() { Encryption = Encryption.Tls } })));
    }

    private static IEnumerable<(FlowProtection, bool)> Shifts(ModelContent after) => FlowShift.Between(s_before, after).Select(shift => (shift.What, shift.IsGain));
}
