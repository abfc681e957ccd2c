using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Board;

/// <summary>A number of the board, and the threats that it counts.</summary>
public sealed record BoardNumber(ThreatSelection Of, int Count);

/// <summary>The numbers of one day; each is counted in one pass, and equals the rows of its selection.</summary>
/// <param name="ResidualScore">The sum of the residual scores of the open threats.</param>
/// <param name="Matrix">Open threats by the cell of their residual risk; cells without any are left out.</param>
/// <param name="Ageing">Open threats by band and age.</param>
/// <param name="Accepted">Shown apart: the risk is carried, and nothing is done.</param>
/// <param name="NotApplicable">Shown apart: nobody did anything about them.</param>
public sealed record BoardNumbers(
    int ResidualScore,
    BoardNumber Open,
    ImmutableArray<BoardNumber> ByStatus,
    ImmutableArray<BoardNumber> ByBand,
    ImmutableArray<BoardNumber> Matrix,
    ImmutableArray<BoardNumber> Ageing,
    BoardNumber Accepted,
    BoardNumber NotApplicable)
{
    public static BoardNumbers Of(BoardDay day)
    {
        var open = day.Rows.Where(row => row.State.Status.IsOpen()).ToList();
        var byStatus = day.Rows.CountBy(row => row.State.Status).ToDictionary();
        return new(
            open.Sum(row => row.State.ResidualScore),
            new(ThreatSelection.Open, open.Count),
            [.. Enum.GetValues<ThreatStatus>().Select(status => Apart(status, byStatus))],
            [.. Counted(open, row => row.Band, band => ThreatSelection.Open with { Band = band })],
            [.. Counted(open.Where(row => row.State.Residual is not null), row => row.State.Residual!, cell => ThreatSelection.Open with { Residual = cell })],
            [.. Counted(open, row => (row.Band, row.Age), cell => ThreatSelection.Open with { Band = cell.Band, Age = cell.Age })],
            Apart(ThreatStatus.Accepted, byStatus),
            Apart(ThreatStatus.NotApplicable, byStatus));
    }

    private static BoardNumber Apart(ThreatStatus status, Dictionary<ThreatStatus, int> counts) => new(new() { Status = status }, counts.GetValueOrDefault(status));

    private static IEnumerable<BoardNumber> Counted<TKey>(IEnumerable<BoardRow> rows, Func<BoardRow, TKey> key, Func<TKey, ThreatSelection> select)
        where TKey : notnull => rows.CountBy(key).OrderBy(counted => counted.Key.ToString(), StringComparer.Ordinal).Select(counted => new BoardNumber(select(counted.Key), counted.Value));
}
