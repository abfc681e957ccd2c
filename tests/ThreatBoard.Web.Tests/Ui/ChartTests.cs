using Bunit;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui.Charts;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class ChartTests : BunitContext
{
    private static readonly DateOnly s_first = new(2026, 3, 2);

    [Fact]
    public void A_curve_steps_from_value_to_value_and_says_itself_in_words()
    {
        var curve = Render<DayCurve>(set => set.Add(c => c.Points, [new(s_first, 10), new(s_first.AddDays(1), 10), new(s_first.AddDays(2), 4)]).Add(c => c.Label, "From 10 to 4")
            .Add(c => c.Marks, [new(1, s_first.AddDays(2), "Encrypted")]));
        Assert.Equal("M0 0 H50V0 H100V60", curve.Find("path.line").GetAttribute("d"));
        Assert.Equal("From 10 to 4", curve.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["10", "5", "0"], curve.FindAll(".values li").Select(value => value.TextContent));
        Assert.Equal(("1", "Encrypted"), (curve.Find(".mark").TextContent, curve.Find(".mark").GetAttribute("title")));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 4)]
    [InlineData(719, 800)]
    [InlineData(45_001, 60_000)]
    public void The_upper_edge_is_round_and_nothing_goes_beyond_it(int most, int top) => Assert.Equal(top, new ChartScale([new(s_first, most)]).Top);

    [Fact]
    public void A_curve_of_no_days_and_of_one_is_drawn_all_the_same()
    {
        Assert.Empty(Render<DayCurve>(set => set.Add(c => c.Points, []).Add(c => c.Label, "none")).FindAll("path.line"));
        Assert.Single(Render<DayCurve>(set => set.Add(c => c.Points, [new(s_first, 3)]).Add(c => c.Label, "one")).FindAll(".days li"));
    }

    [Fact]
    public void Bars_are_lettered_counted_and_linked()
    {
        var bars = Render<BandBars>(set => set.Add(b => b.Label, "Ages").Add(b => b.Rows,
            [new("0–30 days", [new(RiskBand.Critical, 2, "/threats?q=x"), new(RiskBand.High, 0, "/none"), new(RiskBand.None, 1, null)])]));
        var link = bars.Find("a.part");
        Assert.Equal(("C 2", "C 2, 0–30 days: 2 critical", "/threats?q=x"), (link.TextContent, link.GetAttribute("aria-label"), link.GetAttribute("href")));
        Assert.Contains("0–30 days: 1 not rated", bars.Find("span.part").TextContent, StringComparison.Ordinal);
        Assert.Equal("3", bars.Find(".total").TextContent);
    }
}
