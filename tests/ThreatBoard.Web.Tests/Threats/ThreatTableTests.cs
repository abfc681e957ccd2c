using System.Collections.Immutable;
using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class ThreatTableTests : BunitContext
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly List<ThreatRow> _opened = [];
    private readonly List<ThreatRow> _selected = [];

    [Fact]
    public void Markup_in_a_title_is_text()
    {
        var table = Shown(Triage.Row(Triage.Threat("<script>alert(1)</script>")));
        Assert.Equal("<script>alert(1)</script>", table.Find("td.c-title .clip").TextContent);
        Assert.Empty(table.FindAll("script"));
    }

    [Fact]
    public void A_suggested_rating_is_told_from_an_assessed_one()
    {
        var table = Shown(Triage.Row(Triage.Threat() with { Suggested = new(3, 4) }, score: 5), Triage.Row(Triage.Threat() with { Assessment = new(3, 4, "") }, score: 5));
        var marks = table.FindAll("td.c-rating .mark");
        Assert.EndsWith("suggested by the rule", marks[0].GetAttribute("title"), StringComparison.Ordinal);
        Assert.EndsWith("assessed", marks[1].GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_shows_object_path_and_value()
    {
        var cell = Shown(Triage.Row(Triage.Threat() with { Evidence = [new("apps/Deployment/shop/web", "spec.hostPID", "true")] })).Find("td.c-evidence");
        Assert.Equal("spec.hostPID = true", cell.QuerySelector(".clip")!.TextContent);
        Assert.Equal("apps/Deployment/shop/web", cell.QuerySelector(".under")!.TextContent);
    }

    [Fact]
    public void Enter_opens_and_x_selects_the_row_that_was_moved_to()
    {
        var (first, second) = (Triage.Row(Triage.Threat("first")), Triage.Row(Triage.Threat("second")));
        var table = Shown(first, second);
        table.Find("tbody").KeyDown("ArrowDown");
        table.Find("tbody").KeyDown("ArrowDown");
        table.Find("tbody").KeyDown("Enter");
        table.Find("tbody").KeyDown("x");
        Assert.Equal([second], _opened);
        Assert.Equal([second], _selected);
    }

    [Fact]
    public void A_capital_X_selects_all_up_to_there()
    {
        PickedRows? range = null;
        var rows = Enumerable.Range(0, 4).Select(n => Triage.Row(Triage.Threat($"threat {n}"))).ToArray();
        var table = Shown(rows);
        table.Render(set => set.Add(t => t.OnSelectRange, picked => range = picked));
        table.Find("tbody").KeyDown("ArrowDown");
        table.Find("tbody").KeyDown("x");
        table.Find("tbody").KeyDown("ArrowDown");
        table.Find("tbody").KeyDown("ArrowDown");
        table.Find("tbody").KeyDown("X");
        Assert.Equal(rows.Take(3).Select(row => row.Id), range!.Rows);
        Assert.True(range.Picked);
    }

    [Fact]
    public void One_row_alone_is_reached_by_Tab()
    {
        var rows = Shown(Triage.Row(), Triage.Row(Triage.Threat("second"))).FindAll("tbody tr[tabindex]");
        Assert.Equal(["0", "-1"], rows.Select(row => row.GetAttribute("tabindex")));
    }

    [Fact]
    public void The_sorted_column_says_its_direction() =>
        Assert.Equal("descending", Shown(Triage.Row()).Find("th.c-rating").GetAttribute("aria-sort"));

    private IRenderedComponent<ThreatTable> Shown(params ThreatRow[] rows)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<ThreatTable>(set => set
            .Add(t => t.Lines, [.. rows.Select(row => (ThreatLine)new ThreatLine.Row(row))])
            .Add(t => t.Order, new ThreatOrder(ThreatSort.Inherent, Descending: true))
            .Add(t => t.Selected, ImmutableHashSet<Id<Threat>>.Empty)
            .Add(t => t.Now, s_now)
            .Add(t => t.OnOpen, _opened.Add)
            .Add(t => t.OnSelect, _selected.Add));
    }
}
