using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Tests.Account;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class SmallComponentsTests : BunitContext
{
    [Fact]
    public void An_empty_state_says_why_and_what_to_do()
    {
        var pressed = false;
        var state = Render<EmptyState>(set => set.Add(s => s.Title, "No model yet").Add(s => s.Why, "Nobody drew one.").Add(s => s.Action, "Draw one").Add(s => s.OnAction, () => pressed = true));
        state.Find("button").Click();
        Assert.True(pressed);
        Assert.Equal(["No model yet", "Nobody drew one."], [state.Find("h2").TextContent, state.Find("p").TextContent]);
    }

    [Fact]
    public void A_failure_is_an_alert_with_a_way_on()
    {
        var retried = false;
        var failure = Render<Failure>(set => set.Add(f => f.What, "The models could not be read.").Add(f => f.OnRetry, () => retried = true));
        failure.Find("[role=alert] button").Click();
        Assert.True(retried);
    }

    [Theory]
    [InlineData(20, "critical", "C")]
    [InlineData(12, "high", "H")]
    [InlineData(6, "medium", "M")]
    [InlineData(2, "low", "L")]
    public void A_risk_is_told_by_letter_and_by_class(int score, string look, string letter)
    {
        var badge = Render<RiskBadge>(set => set.Add(b => b.Score, score));
        Assert.True(badge.Find(".tb-risk").ClassList.Contains(look));
        Assert.StartsWith(letter, badge.Find("[aria-hidden]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_counts_and_links_its_cells()
    {
        var map = Render<HeatMap>(set => set.Add(m => m.Counts, new Dictionary<Rating, int> { [new(4, 5)] = 3 }).Add(m => m.Link, rating => $"/threats?at={rating.Likelihood}x{rating.Impact}"));
        var link = map.Find("a");
        Assert.Equal(("3", "/threats?at=4x5"), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(25, map.FindAll("td .tb-cell").Count);
    }

    [Fact]
    public void A_stride_tag_keeps_its_words_when_short()
    {
        var tag = Render<StrideTag>(set => set.Add(t => t.Category, Stride.DenialOfService).Add(t => t.Short, true));
        Assert.Equal(("D", "Denial of service"), (tag.Find("b").TextContent, tag.Find(".tb-hidden").TextContent));
    }

    [Fact]
    public void A_time_is_relative_with_the_exact_one_beside()
    {
        var now = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        Services.AddSingleton<TimeProvider>(new SteppedClock(now));
        var time = Render<RelativeTime>(set => set.Add(t => t.At, now.AddHours(-3)));
        Assert.Equal("3 hours ago", time.Find("time").TextContent);
        Assert.StartsWith("2026-11-21T09:00:00", time.Find("time").GetAttribute("datetime"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_undone_is_asked_with_its_verb()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var answer = "";
        var dialog = Render<ConfirmDialog>(set => set.Add(d => d.Title, "Discard?").Add(d => d.Action, "Discard it").Add(d => d.OnConfirm, () => answer = "yes").Add(d => d.OnCancel, () => answer = "no"));
        dialog.FindAll("button")[0].Click();
        Assert.Equal("no", answer);
        dialog.FindAll("button")[1].Click();
        Assert.Equal("yes", answer);
    }

    [Fact]
    public void Every_icon_is_drawn_inside_its_grid() =>
        Assert.All(IconPaths.Names, name => Assert.Matches("^[A-Za-z0-9 .,-]+$", IconPaths.Of(name)));
}
