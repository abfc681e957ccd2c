using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class TreatmentSectionTests : PanelContext
{
    private static readonly Threat s_threat = Some.Threat() with { Assessment = new(4, 4, "open to all") };

    public TreatmentSectionTests()
        : base(ModelContent.Empty.With(s_threat))
    {
    }

    [Fact]
    public void Accepting_needs_a_reason_and_accepts_nothing_by_itself()
    {
        var section = Treatment();
        Button(section, "Accept").Click();
        Assert.Contains("nobody with the right has approved that", section.Markup, StringComparison.Ordinal);
        Button(section, "Save the treatment").Click();
        Assert.Equal("Say why: this treatment needs a reason.", section.Find("[role=alert]").TextContent);
        section.Find("textarea").Input("only in the test cluster");
        Button(section, "Save the treatment").Click();
        Assert.Equal(new(TreatmentKind.Accept, "only in the test cluster"), Saved(s_threat).Treatment);
        Assert.Equal(ThreatStatus.Assessed, ThreatState.OfAll(Door.Content)[s_threat.Id].Status);
    }

    [Theory]
    [InlineData("Transfer", "Say who carries")]
    [InlineData("Mitigate", "add a mitigation")]
    [InlineData("Avoid", "needs a reason")]
    [InlineData("Not applicable", "needs a reason")]
    public void What_a_treatment_asks_for_is_said_as_it_is_chosen(string kind, string asks)
    {
        var section = Treatment();
        Button(section, kind).Click();
        Assert.Contains(asks, section.Find(".asks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transferred_risk_says_who_carries_it()
    {
        var section = Treatment();
        Button(section, "Transfer").Click();
        Box(section, "Who carries it").Input("the insurer");
        Box(section, "Reason").Input("It is cheaper.");
        Assert.Contains("Nothing is missing", section.Markup, StringComparison.Ordinal);
        Button(section, "Save the treatment").Click();
        Assert.Equal(new(TreatmentKind.Transfer, "It is cheaper.", "the insurer"), Saved(s_threat).Treatment);
    }

    [Fact]
    public void A_risk_that_is_accepted_is_not_treated_otherwise()
    {
        Door.Content = Door.Content.With(s_threat with { Treatment = new(TreatmentKind.Accept, "cheap") }).With(new Acceptance { Id = Some.Id<Acceptance>(), Threat = s_threat.Id, Terms = new("cheap", "", Door.Today.AddDays(9)) });
        var section = Treatment();
        Button(section, "Mitigate").Click();
        Assert.Contains("withdraw the acceptance before", section.Find(".asks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_priority_than_the_derived_one_needs_a_reason()
    {
        var section = Priority();
        Assert.Contains("critical risk is left", section.Markup, StringComparison.Ordinal);
        Button(section, "Choose another").Click();
        section.Find("select").Change("Low");
        section.Find("form").Submit();
        Assert.StartsWith("Say why", section.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        section.Find("textarea").Input("It goes next month.");
        section.Find("form").Submit();
        Assert.Equal(new(Domain.Risk.Priority.Low, "It goes next month."), Saved(s_threat).Priority);
        Button(Priority(), "Take what follows").Click();
        Assert.Null(Saved(s_threat).Priority);
    }

    private IRenderedComponent<TreatmentSection> Treatment() => Within<Threat, TreatmentSection>(s_threat, set => set.Add(s => s.Threat, Saved(s_threat)));

    private IRenderedComponent<PrioritySection> Priority() => Within<Threat, PrioritySection>(s_threat, set => set
        .Add(s => s.Threat, Saved(s_threat)).Add(s => s.State, ThreatState.OfAll(Door.Content)[s_threat.Id]));
}
