using System.Collections.Immutable;
using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Iterations;

namespace ThreatBoard.Web.Tests.Iterations;

public sealed class CoverageGridTests : BunitContext
{
    private readonly Component _web = Some.Component("web");
    private readonly Component _outside = Some.Component("browser") with { Kind = ComponentKind.ExternalEntity };
    private readonly List<CoverageCell> _chosen = [];

    [Fact]
    public void Each_cell_says_in_words_and_by_sign_what_is_known()
    {
        var mark = new CoverageMark { Id = Some.Id<CoverageMark>(), Subject = EntityRef.To(_web), Category = Stride.Tampering, Word = "It is <b>signed</b>" };
        var content = ModelContent.Empty.With(_web).With(Some.Threat(title: "Called by others") with { Subject = ThreatSubject.Of(_web), Category = Stride.Spoofing });
        content = content.With(mark with { Digest = SubjectDigests.Of(content)[new CoverageCell(mark.Subject, mark.Category)] });
        content = content.With(mark with { Id = Some.Id<CoverageMark>(), Category = Stride.Repudiation, Digest = "of another day" });
        var cells = Shown(content).FindAll("button.cell");
        Assert.Equal(["1", "–", "↻", "?", "?", "?"], cells.Select(cell => cell.TextContent));
        Assert.Equal("Tampering of web: nothing here: It is <b>signed</b>", cells[1].GetAttribute("aria-label"));
    }

    [Fact]
    public void What_is_not_asked_has_no_cell()
    {
        var grid = Shown(ModelContent.Empty.With(_outside));
        Assert.Equal((2, 4), (grid.FindAll("button.cell").Count, grid.FindAll("td.not").Count));
    }

    [Fact]
    public void Keys_move_between_cells_that_are_asked_and_select_cell_row_and_column()
    {
        var grid = Shown(ModelContent.Empty.With(_web).With(_outside));
        grid.Find("tbody").KeyDown("ArrowRight");
        grid.Find("tbody").KeyDown("x");
        Assert.Equal([new CoverageCell(EntityRef.To(_outside), Stride.Repudiation)], _chosen);
        _chosen.Clear();
        grid.Find("tbody").KeyDown("ArrowDown");
        grid.Find("tbody").KeyDown("r");
        Assert.Equal(6, _chosen.Count(cell => cell.Subject == EntityRef.To(_web)));
        _chosen.Clear();
        grid.Find("tbody").KeyDown("c");
        Assert.Equal([EntityRef.To(_outside), EntityRef.To(_web)], _chosen.Select(cell => cell.Subject));
        Assert.All(_chosen, cell => Assert.Equal(Stride.Repudiation, cell.Category));
    }

    [Fact]
    public void A_heading_selects_what_is_asked_of_its_column()
    {
        Shown(ModelContent.Empty.With(_web)).Find("button[aria-label='Select all that is asked of denial of service']").Click();
        Assert.Equal([new CoverageCell(EntityRef.To(_web), Stride.DenialOfService)], _chosen);
    }

    [Fact]
    public void Of_a_thousand_rows_only_those_in_sight_are_drawn()
    {
        var content = ModelContent.Empty.With(Enumerable.Range(0, 1_000).Select(n => Some.Component($"c{n}")));
        var grid = Shown(content);
        Assert.InRange(grid.FindAll("tbody tr[aria-rowindex]").Count, 1, 200);
        Assert.Equal("1001", grid.Find("table").GetAttribute("aria-rowcount"));
    }

    private IRenderedComponent<CoverageGrid> Shown(ModelContent content)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<CoverageGrid>(set => set
            .Add(g => g.Model, Guid.Empty)
            .Add(g => g.Lines, CoverageLine.Of(content))
            .Add(g => g.Selected, ImmutableHashSet<CoverageCell>.Empty)
            .Add(g => g.MaySelect, true)
            .Add(g => g.OnChoose, _chosen.AddRange));
    }
}
