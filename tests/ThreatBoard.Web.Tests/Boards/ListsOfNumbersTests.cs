using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Boards;
using ThreatBoard.Web.Features.Mitigations;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;
using RandomModels = ThreatBoard.Domain.Tests.Generators.Models;

namespace ThreatBoard.Web.Tests.Boards;

/// <summary>On random models: a list shows exactly as many rows as the number says that links to it, through the filter of the page that shows the list.</summary>
public sealed class ListsOfNumbersTests
{
    private static readonly WorkingDay s_day = new(new(2030, 6, 1), WorkingRules.Usual with { Bands = new(3, 8, 20) });

    [Fact]
    public void Each_number_of_threats_is_the_rows_of_its_list() => RandomModels.All(model =>
    {
        var board = new BoardDay(model.Content, s_day);
        var rows = ThreatRows.Of(model.Content, s_day);
        foreach (var number in Numbers(board)) Assert.Equal((number.Of, number.Count), (number.Of, Shown(rows, number.Of)));
    });

    [Fact]
    public void Every_selection_is_written_so_that_the_page_reads_the_same() => RandomModels.All(model =>
    {
        var board = new BoardDay(model.Content, s_day);
        var rows = ThreatRows.Of(model.Content, s_day);
        foreach (var selection in board.Rows.SelectMany(Selections))
            Assert.Equal(board.Where(selection).Select(row => row.Threat.Id), Passing(rows, selection).Select(row => row.Id).Order());
    });

    [Fact]
    public void What_the_board_counts_besides_is_the_rows_of_its_list() => RandomModels.All(model =>
    {
        var (board, rows) = (ModelBoard.Of(model.Content, s_day), ThreatRows.Of(model.Content, s_day));
        Assert.Equal((board.Severe, board.Near), (Rows(rows, ModelBoard.SevereFilter), Rows(rows, board.NearFilter)));
        Assert.Equal((board.Unrated.Count, board.OverdueCount), (Shown(rows, board.Unrated.Of), Rows(MitigationRow.Of(model.Content, s_day.Today), MitigationFilter.Fields.Parse("due:overdue"))));
        var coverage = CoverageBoard.Of(board.Day);
        foreach (var number in coverage.Lines.SelectMany(line => line.Squares).Select(square => square.Open).Concat(coverage.ByCategory.Select(sum => sum.Open)))
            Assert.Equal((number.Of, number.Count), (number.Of, Shown(rows, number.Of)));
    });

    [Fact]
    public void The_numbers_of_all_models_are_those_of_each() => RandomModels.All(model =>
    {
        var board = new BoardDay(model.Content, s_day);
        var tally = RiskTally.Of(board);
        foreach (var number in Numbers(board).Where(number => number.Of.Subject is null)) Assert.Equal((number.Of, number.Count), (number.Of, tally.Count(number.Of)));
        Assert.Equal(BoardNumbers.Of(board).ResidualScore, tally.OpenScore);
    });

    [Fact]
    public void Each_number_of_overdue_mitigations_is_the_rows_of_its_list() => RandomModels.All(model =>
    {
        var rows = MitigationRow.Of(model.Content, s_day.Today);
        foreach (var work in OverdueWork.Of(model.Content, s_day.Today))
        {
            var filter = MitigationFilter.Fields.Parse(SelectionTokens.OverdueOf(work.Owner));
            Assert.Empty(filter.Problems);
            Assert.Equal(work.Mitigations.Length, rows.Count(row => filter.Passes(row, new(OwnerNames.Stored, s_day.Today))));
        }
    });

    private static int Rows(IEnumerable<ThreatRow> rows, string filter) => Rows(rows, ThreatFilter.Parse(filter));

    private static int Rows<TRow>(IEnumerable<TRow> rows, RowFilter<TRow> filter)
    {
        Assert.Empty(filter.Problems);
        return rows.Count(row => filter.Passes(row, new(OwnerNames.Stored, s_day.Today)));
    }

    private static int Shown(IEnumerable<ThreatRow> rows, ThreatSelection selection) => Passing(rows, selection).Count();

    private static IEnumerable<ThreatRow> Passing(IEnumerable<ThreatRow> rows, ThreatSelection selection)
    {
        var filter = ThreatFilter.Parse(SelectionTokens.Of(selection));
        Assert.Empty(filter.Problems);
        return rows.Where(row => filter.Passes(row, new(OwnerNames.Stored, s_day.Today)));
    }

    private static IEnumerable<BoardNumber> Numbers(BoardDay board)
    {
        var numbers = BoardNumbers.Of(board);
        return
        [
            numbers.Open, .. numbers.ByStatus, .. numbers.ByBand, .. numbers.Matrix, .. numbers.Ageing, numbers.Accepted, numbers.NotApplicable,
            .. ComponentExposure.Of(board).Select(exposed => new BoardNumber(exposed.Selection, exposed.Threats)),
        ];
    }

    private static IEnumerable<ThreatSelection> Selections(BoardRow row) =>
    [
        new() { IsOpen = row.State.Status.IsOpen() },
        new() { CarriesRisk = row.State.Status.CarriesRisk() },
        new() { Status = row.State.Status, Band = row.Band },
        new() { Age = row.Age, Category = row.Threat.Category },
        new() { Subject = row.Threat.Subject.Ref },
        ThreatSelection.Everything with { Residual = row.State.Residual },
    ];
}
