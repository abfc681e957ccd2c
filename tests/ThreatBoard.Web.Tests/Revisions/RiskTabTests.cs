using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Revisions;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class RiskTabTests : BunitContext
{
    private static readonly Component s_web = Some.Component();
    private static readonly Threat s_read = Some.Threat(ThreatSubject.Of(s_web), "Read") with { Suggested = new(4, 4) };
    private static readonly Threat s_gone = Some.Threat(ThreatSubject.Of(s_web), "Gone") with { Suggested = new(1, 5) };
    private static readonly ModelContent s_before = ModelContent.Empty.With(s_web).With([s_read, s_gone]);
    private static readonly ModelContent s_after = s_before.Apply([Change.Remove(s_gone)])
        .With(s_read with { Assessment = new(2, 4, "seen"), Treatment = new(TreatmentKind.Transfer, "insured", "Lloyd") }).With(Some.Threat(ThreatSubject.Of(s_web), "New <b>one</b>") with { Suggested = new(5, 5) });

    private static ComparedRevisions Compared => new("Shop", null, null, 3, s_before, s_after, RevisionComparison.Of(s_before, s_after), BandScale.Usual);

    [Fact]
    public void Each_list_holds_its_threats_and_the_table_says_what_the_arrows_say()
    {
        var tab = Render<RiskTab>(of => of.Add(t => t.Model, Guid.CreateVersion7()).Add(t => t.Compared, Compared));

        Assert.Equal(["New <b>one</b>"], Titles(tab, "New"));
        Assert.Equal(["Gone"], Titles(tab, "Resolved or gone"));
        Assert.Equal(["Read"], Titles(tab, "Re-rated"));
        Assert.Equal(["Read"], Titles(tab, "Treated differently"));
        var rows = tab.FindAll("table[aria-label='Movements between the matrices'] tbody tr");
        Assert.Equal(3, rows.Count);
        Assert.Equal(rows.Count, tab.FindAll(".wide path.arrow").Count);
        Assert.Contains(rows, row => row.TextContent.Contains("not there", StringComparison.Ordinal) && row.TextContent.Contains("likelihood 5 × impact 5", StringComparison.Ordinal));
        Assert.Contains("residual 4 × 4 → 2 × 4", tab.Find("ul[aria-label='Re-rated']").TextContent, StringComparison.Ordinal);
        Assert.Contains("transfer to Lloyd: insured", tab.Find("ul[aria-label='Treated differently']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_list_alone_stands_in_the_address()
    {
        var tab = Render<RiskTab>(of => of.Add(t => t.Model, Guid.CreateVersion7()).Add(t => t.Compared, Compared).Add(t => t.Show, "gone"));
        Assert.Empty(tab.FindAll("ul[aria-label='New']"));
        Assert.Equal(["Gone"], Titles(tab, "Resolved or gone"));
        Assert.EndsWith("?show=treated", tab.FindAll("a.tb-tag")[^1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arrows_lead_from_cell_to_cell_and_all_of_it_is_in_the_picture(bool below)
    {
        var drawing = MovementDrawing.Of(RiskComparison.Of(s_before, s_after), BandScale.Usual, below);
        Assert.Equal((25, 25, 0), (drawing.Before.Length, drawing.After.Length, drawing.Hidden));
        Assert.All(drawing.Arrows, arrow => Assert.True(arrow is { FromX: >= 0, FromY: >= 0, ToX: >= 0, ToY: >= 0 } && Math.Max(arrow.FromX, arrow.ToX) <= drawing.Width && Math.Max(arrow.FromY, arrow.ToY) <= drawing.Height));
        Assert.All(drawing.Before.Concat(drawing.After), cell => Assert.True(cell.X + MovementDrawing.Cell <= drawing.Width && cell.Y + MovementDrawing.Cell <= drawing.Height));
    }

    private static IEnumerable<string> Titles(IRenderedComponent<RiskTab> tab, string list) =>
        tab.FindAll($"ul[aria-label='{list}'] .title").Select(title => (title.FirstElementChild!.TagName == "A" ? title.FirstElementChild.TextContent : title.FirstChild!.TextContent).Trim());
}
