using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Board;

/// <summary>How many threats share what a board counts by.</summary>
/// <param name="Residual">Null where nobody and no rule rated them.</param>
public sealed record TallyCell(ThreatStatus Status, Rating? Residual, AgeBucket Age, Stride Category, int Count);

/// <summary>The threats of a model counted once, by all that a board tells them apart by: every number follows without reading a threat again.</summary>
public sealed record RiskTally(ImmutableArray<TallyCell> Cells, BandScale Bands)
{
    /// <summary>The sum of the residual scores of the open threats.</summary>
    public int OpenScore => Cells.Where(cell => cell.Status.IsOpen()).Sum(cell => cell.Count * Score(cell));

    /// <summary>The worst band of an open threat.</summary>
    public RiskBand Worst => Cells.Where(cell => cell.Status.IsOpen()).Select(cell => Bands.Of(Score(cell))).DefaultIfEmpty(RiskBand.None).Max();

    /// <summary>The number of a selection; one that asks for a subject counts nothing, since subjects are not kept.</summary>
    public int Count(ThreatSelection selection) => Cells.Where(cell => Holds(selection, cell)).Sum(cell => cell.Count);

    public static RiskTally Of(BoardDay day) => new(
        [
            .. day.Rows.CountBy(row => (row.State.Status, row.State.Residual, row.Age, row.Threat.Category))
                .Select(counted => new TallyCell(counted.Key.Status, counted.Key.Residual, counted.Key.Age, counted.Key.Category, counted.Value)),
        ],
        day.Day.Bands);

    private bool Holds(ThreatSelection selection, TallyCell cell) =>
        selection.Subject is null
        && (selection.IsOpen ?? cell.Status.IsOpen()) == cell.Status.IsOpen()
        && (selection.CarriesRisk ?? cell.Status.CarriesRisk()) == cell.Status.CarriesRisk()
        && (selection.Status ?? cell.Status) == cell.Status
        && (selection.Band ?? Bands.Of(Score(cell))) == Bands.Of(Score(cell))
        && (selection.Age ?? cell.Age) == cell.Age
        && (selection.Residual is null || selection.Residual == cell.Residual)
        && (selection.Category ?? cell.Category) == cell.Category;

    private static int Score(TallyCell cell) => cell.Status.CarriesRisk() ? cell.Residual?.Score ?? 0 : 0;
}
