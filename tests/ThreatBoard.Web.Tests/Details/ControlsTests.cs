using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Details;

public sealed class ControlsTests : PanelContext
{
    private static readonly Boundary s_shop = Some.Boundary();
    private static readonly Component s_web = Some.Component(tenancy: s_shop.Id);
    private static readonly Component s_user = Some.Component("user", kind: ComponentKind.ExternalEntity);
    private static readonly Flow s_flow = Some.Flow(s_user, s_web);
    private static readonly Control s_quotas = Some.Control(EntityRef.To(s_shop), "Quotas") with { Demand = ControlDemand.Required, State = new(ControlPresence.Absent, "no ResourceQuota") };

    public ControlsTests()
        : base(ModelContent.Empty.With(s_shop).With([s_web, s_user]).With(s_flow).With(s_quotas))
    {
    }

    [Fact]
    public void A_required_control_that_is_absent_leads_to_its_threat()
    {
        Assert.Contains("next run of the rules", Controls().Markup, StringComparison.Ordinal);
        Door.Content = Door.Content.With(Some.Finding(EntityRef.To(s_shop), "BOUNDARY-001") with { Title = "Required control is missing", Evidence = [new("Quotas", "state", "no ResourceQuota")] });
        Assert.Equal("Required control is missing", Controls().Find("small a").TextContent);
    }

    [Fact]
    public void What_a_boundary_asks_of_whatever_enters_says_which_flows_do_not_meet_it()
    {
        var section = Demands();
        section.Find("select").Change("Required");
        Assert.Equal(ControlNames.MutualTlsOnEntry, Assert.Single(Door.Content.All<Control>(), control => control.Id != s_quotas.Id).Name);
        Assert.Contains("nobody said", Demands().Markup, StringComparison.Ordinal);
        Door.Content = Door.Content.With(s_flow with { Transport = s_flow.Transport with { Encryption = Encryption.Tls } });
        Assert.Contains("is not mutual TLS", Demands().Find(".demand.missing").TextContent, StringComparison.Ordinal);
        Door.Content = Door.Content.With(s_flow with { Transport = s_flow.Transport with { Encryption = Encryption.MutualTls } });
        Assert.Contains("met by all 1 flows", Demands().Find(".demand.present").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ControlNames.MutualTlsOnEntry, Controls().Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ControlDemand.Required, ControlPresence.Unknown, "", "? required, nobody knows")]
    [InlineData(ControlDemand.Required, ControlPresence.Absent, "", "✗ missing")]
    [InlineData(ControlDemand.NotRequired, ControlPresence.Unknown, "", "explicitly not required")]
    [InlineData(ControlDemand.Required, ControlPresence.Present, "Ada saw it", "✓ there, by somebody's word")]
    [InlineData(ControlDemand.Required, ControlPresence.Present, "", "✓ there, but nothing shows it")]
    [InlineData(ControlDemand.Undecided, ControlPresence.NotApplicable, "", "does not apply")]
    public void A_control_says_what_is_known_of_it(ControlDemand demand, ControlPresence presence, string because, string said) =>
        Assert.Equal(said, (s_quotas with { Demand = demand, State = new(presence, because) }).Said());

    private IRenderedComponent<ControlsSection> Controls() => Within<Boundary, ControlsSection>(s_shop, _ => { });

    private IRenderedComponent<EntryDemands> Demands() => Within<Boundary, EntryDemands>(s_shop, set => set.Add(s => s.Boundary, s_shop));
}
