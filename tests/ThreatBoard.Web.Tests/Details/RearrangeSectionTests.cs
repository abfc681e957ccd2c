using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class RearrangeSectionTests : PanelContext
{
    private static readonly Component s_web = Some.Component();
    private static readonly Component s_api = Some.Component("api");
    private static readonly Threat s_threat = Some.Threat(ThreatSubject.Of(s_web)) with { Due = new(2027, 1, 31) };
    private static readonly Threat s_same = Some.Threat(ThreatSubject.Of(s_web), "the same") with { Due = new(2027, 2, 28) };

    public RearrangeSectionTests()
        : base(ModelContent.Empty.With([s_web, s_api]).With([s_threat, s_same]))
    {
    }

    [Fact]
    public void A_threat_is_copied_to_what_is_chosen()
    {
        var section = Shown(s_threat);
        Button(section, "Copy to…").Click();
        Box(section, "api").Change(true);
        Assert.Contains("1 threats and 0 mitigations are made", section.Markup, StringComparison.Ordinal);
        section.Find("form").Submit();
        Assert.Equal(3, Door.Content.CountOf<Threat>());
    }

    [Fact]
    public void A_threat_is_moved()
    {
        var section = Shown(s_threat);
        Button(section, "Move to…").Click();
        Box(section, "api").Change(true);
        section.Find("form").Submit();
        Assert.Equal(EntityRef.To(s_api), Saved(s_threat).Subject.Ref);
    }

    [Fact]
    public void Merging_asks_where_decisions_differ_and_can_be_separated_again()
    {
        var section = Shown(s_threat);
        Button(section, "Merge duplicates").Click();
        Box(section, "the same").Change(true);
        Assert.Contains("They differ in: due", section.Markup, StringComparison.Ordinal);
        Assert.True(Button(section, "Merge").HasAttribute("disabled"));
        section.FindAll("form fieldset")[1].QuerySelectorAll("input")[1].Change(true);
        section.Find("form").Submit();
        Assert.Equal((s_threat.Id, new DateOnly(2027, 2, 28)), (Saved(s_same).MergedInto, Saved(s_threat).Due));

        Button(Shown(s_same), "Separate it").Click();
        Assert.Equal((null, Treatment.Undecided), (Saved(s_same).MergedInto, Saved(s_same).Treatment));
    }

    private IRenderedComponent<RearrangeSection> Shown(Threat threat) => Within<Threat, RearrangeSection>(threat, set => set.Add(s => s.Threat, Saved(threat)));
}
