using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class AcceptanceSectionTests : PanelContext
{
    private static readonly Threat s_threat = Some.Threat() with { Assessment = new(4, 4, "open to all") };
    private static readonly Signatory s_grace = new(Guid.Parse("01990000-0000-7000-8000-0000000000bb"), "Grace", Duties.Work, IsAlone: false);

    public AcceptanceSectionTests()
        : base(ModelContent.Empty.With(s_threat))
    {
    }

    private Acceptance Only => Assert.Single(Door.Content.All<Acceptance>());

    private ThreatStatus Status => ThreatState.OfAll(Door.Content, Door.Today)[s_threat.Id].Status;

    [Fact]
    public void What_one_person_asks_for_another_approves()
    {
        Ask(Door.Today.AddDays(90));
        Assert.Equal((AcceptanceState.Requested, "Made up for by a guard", ThreatStatus.Assessed), (Only.State, Only.Terms.Controls, Status));
        var section = Shown();
        Assert.Contains("Whoever asks for an acceptance cannot decide it", section.Markup, StringComparison.Ordinal);
        Assert.True(Button(section, "Approve").HasAttribute("disabled"));

        var ada = Door.Standing.Me;
        Door.Standing = Door.Standing with { Me = s_grace with { Duties = Duties.Review } };
        Button(Shown(), "Approve").Click();
        Door.Standing = Door.Standing with { Me = ada };
        Assert.Equal((AcceptanceState.Approved, ThreatStatus.Accepted), (Only.State, Status));
        Assert.Contains("Holds until", Shown().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_why_and_opens_the_threat_again()
    {
        Ask(Door.Today.AddDays(90));
        Door.Standing = Door.Standing with { Me = s_grace with { Duties = Duties.Review } };
        var section = Shown();
        Button(section, "Refuse").Click();
        Assert.Equal("Say why it is refused.", section.Find("[role=alert]").TextContent);
        section.Find("textarea").Input("Too risky.");
        Button(section, "Refuse").Click();
        Assert.Equal((AcceptanceState.Refused, TreatmentKind.Undecided), (Only.State, Saved(s_threat).Treatment.Kind));
        Assert.Contains("Too risky.", Shown().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_accepted_for_longer_than_two_years()
    {
        var section = Begin(Door.Today.AddYears(2).AddDays(1));
        Assert.Contains("2 years at most", section.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Door.Content.All<Acceptance>());
    }

    [Fact]
    public void Whoever_is_alone_decides_alone_and_that_stays_visible()
    {
        Door.Standing = Door.Standing with { Me = Door.Standing.Me with { IsAlone = true } };
        Ask(Door.Today.AddDays(90));
        var section = Shown();
        Assert.Contains("You are alone in this workspace", section.Markup, StringComparison.Ordinal);
        Button(section, "Approve").Click();
        Assert.True(Only.Decision!.IsAlone);
        Assert.Contains("decided alone", Shown().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_warned_about_two_weeks_ahead_and_holds_no_longer_after_its_last_day()
    {
        Approved(Door.Today.AddDays(15));
        Assert.Contains("Holds until", Shown().Markup, StringComparison.Ordinal);
        Move(1);
        Assert.Contains("Expires in 14 days", Shown().Find(".acceptance.expiring").TextContent, StringComparison.Ordinal);
        Move(15);
        Assert.Contains("was its last day", Shown().Find(".acceptance.overdue").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(ThreatStatus.Accepted, Status);
    }

    [Fact]
    public void A_renewal_goes_on_from_what_it_renews()
    {
        Approved(Door.Today.AddDays(10));
        var section = Shown();
        Button(section, "Renew").Click();
        Assert.Equal("It is cheap", section.Find("form textarea").GetAttribute("value"));
        section.Find("form[aria-label='Ask for an acceptance']").Submit();
        var renewal = Assert.Single(Door.Content.All<Acceptance>(), acceptance => acceptance.Decision is null);
        Assert.NotNull(renewal.Renews);
        Button(Shown(), "Approve").Click();
        Assert.Equal(AcceptanceEnd.Renewed, Door.Content.Find(renewal.Renews)!.Ending!.Kind);
        Assert.Contains("renewed by the one above", Shown().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawing_says_why_and_opens_the_threat()
    {
        Approved(Door.Today.AddDays(30));
        var section = Shown();
        Button(section, "Withdraw").Click();
        section.Find("form textarea").Input("It was found in use.");
        section.Find("form").Submit();
        Assert.Equal((AcceptanceEnd.Withdrawn, "It was found in use."), (Only.Ending!.Kind, Only.Ending.Word));
        Assert.Equal(ThreatStatus.Assessed, Status);
    }

    private void Approved(DateOnly until)
    {
        Door.Standing = Door.Standing with { Me = Door.Standing.Me with { IsAlone = true } };
        Ask(until);
        Button(Shown(), "Approve").Click();
        Assert.Equal(AcceptanceState.Approved, Only.State);
    }

    private void Ask(DateOnly until) => Assert.Empty(Begin(until).FindAll("[role=alert]"));

    private IRenderedComponent<AcceptanceSection> Begin(DateOnly until)
    {
        var section = Shown();
        Button(section, "Ask to accept the risk").Click();
        Box(section, "Why the risk").Input("It is cheap");
        Box(section, "Compensating").Input("Made up for by a guard");
        Box(section, "Last day").Change(until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        section.Find("form").Submit();
        return section;
    }

    private void Move(int days) => ((TestClock)Door.Standing.Clock).Advance(TimeSpan.FromDays(days));

    private IRenderedComponent<AcceptanceSection> Shown() => Within<Threat, AcceptanceSection>(s_threat, set => set.Add(s => s.Threat, Saved(s_threat)));
}
