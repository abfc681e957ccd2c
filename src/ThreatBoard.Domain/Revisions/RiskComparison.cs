using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Revisions;

/// <summary>What became of the risk between two states of a model, threat by threat and cell by cell.</summary>
/// <param name="Threats">Those that are new, gone, re-rated or treated otherwise, by the weight of what they change, heaviest first.</param>
/// <param name="Before">How many threats each cell of the residual matrix carried.</param>
/// <param name="After">How many it carries.</param>
/// <param name="Moves">From cell to cell, the most threats first; what stays in its cell is in none.</param>
public sealed record RiskComparison(
    ImmutableArray<ThreatMove> Threats, ImmutableDictionary<Rating, int> Before, ImmutableDictionary<Rating, int> After, ImmutableArray<MatrixMove> Moves)
{
    public static RiskComparison Of(ModelContent before, ModelContent after)
    {
        var (was, now) = (ThreatState.OfAll(before), ThreatState.OfAll(after));
        var all = was.Keys.Union(now.Keys)
            .Select(id => new ThreatMove(before.Find<Threat>(id.Value), after.Find<Threat>(id.Value), was.GetValueOrDefault(id), now.GetValueOrDefault(id)))
            .ToList();
        return new(
            [
                .. all.Where(move => move.IsNew || move.IsGone || move.IsReRated || move.IsTreatedOtherwise)
                    .OrderByDescending(move => Math.Abs(move.Difference)).ThenBy(move => move.Threat.Title, StringComparer.Ordinal).ThenBy(move => move.Threat.Id),
            ],
            Cells(all, move => move.From),
            Cells(all, move => move.To),
            Moved(all));
    }

    public IEnumerable<ThreatMove> New => Threats.Where(move => move.IsNew);

    public IEnumerable<ThreatMove> Gone => Threats.Where(move => move.IsGone);

    public IEnumerable<ThreatMove> ReRated => Threats.Where(move => move.IsReRated);

    public IEnumerable<ThreatMove> TreatedOtherwise => Threats.Where(move => move.IsTreatedOtherwise);

    private static ImmutableDictionary<Rating, int> Cells(IEnumerable<ThreatMove> moves, Func<ThreatMove, Rating?> cell) =>
        moves.Select(cell).OfType<Rating>().CountBy(rating => rating).ToImmutableDictionary();

    private static ImmutableArray<MatrixMove> Moved(IEnumerable<ThreatMove> all) =>
    [
        .. all.Where(move => move.From != move.To)
            .GroupBy(move => (move.From, move.To), (cells, moves) => new MatrixMove(
                cells.From, cells.To, [.. moves.Select(move => move.Threat).OrderBy(threat => threat.Title, StringComparer.Ordinal).ThenBy(threat => threat.Id)]))
            .OrderByDescending(move => move.Threats.Length)
            .ThenByDescending(move => Math.Abs(move.Difference)).ThenBy(move => move.From?.Likelihood).ThenBy(move => move.From?.Impact).ThenBy(move => move.To?.Likelihood).ThenBy(move => move.To?.Impact),
    ];
}
