using System.Collections.Immutable;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>A cell of one of the two matrices, in the picture's units.</summary>
/// <param name="X">Of its upper left corner, as <paramref name="Y"/>.</param>
public sealed record MovementCell(double X, double Y, Rating Rating, RiskBand Band, int Count);

/// <summary>An arrow from where threats were to where they are.</summary>
/// <param name="Difference">By how much the score of each rises, negative where it falls.</param>
/// <param name="Width">Of the line; it grows with the number of threats.</param>
public sealed record MovementArrow(double FromX, double FromY, double ToX, double ToY, int Threats, int Difference, double Width)
{
    /// <summary>How far along the arrow its number stands, 0 to 1: near the end that no other arrow shares.</summary>
    public double Share { get; init; } = 0.5;

    public (double X, double Y) Label => (FromX + ((ToX - FromX) * Share), FromY + ((ToY - FromY) * Share));
}

/// <summary>The residual matrices before and after with the movements between them, as a picture: likelihood upwards, impact to the right.</summary>
/// <param name="New">Where those come from that were not carried before; <paramref name="Gone"/>: where those go that are carried no more.</param>
/// <param name="Hidden">How many movements are in the table alone.</param>
public sealed record MovementDrawing(
    double Width, double Height, ImmutableArray<MovementCell> Before, ImmutableArray<MovementCell> After, ImmutableArray<MovementArrow> Arrows,
    (double X, double Y) New, (double X, double Y) Gone, int Hidden)
{
    public const double Cell = 44;

    private const double Edge = 30;
    private const double Head = 26;
    private const double Gap = 130;
    private const double Side = Rating.Highest * Cell;
    private const int MostArrows = 30;
    private const double Widest = 6;
    private const double NearEnd = 0.16;

    /// <param name="below">The matrix after stands below the one before, and not beside it.</param>
    public static MovementDrawing Of(RiskComparison risk, BandScale bands, bool below)
    {
        var (x, y) = below ? (Edge, Head + Side + Gap) : (Edge + Side + Gap, Head);
        var (width, height) = (x + Side + 8, y + Side + Head);
        var (middleX, middleY) = below ? (Edge + (Side / 2), Head + Side + (Gap / 2)) : (Edge + Side + (Gap / 2), Head + (Side / 2));
        var (comes, goes) = below ? ((Edge + 24, middleY), (width - 40, middleY)) : ((middleX, height - 16), (middleX, 18.0));
        var arrows = risk.Moves.Take(MostArrows).Select(move =>
        {
            var from = move.From is { } was ? Centre(was, Edge, Head) : comes;
            var to = move.To is { } now ? Centre(now, x, y) : goes;
            return new MovementArrow(from.Item1, from.Item2, to.Item1, to.Item2, move.Threats.Length, move.Difference, Math.Min(Widest, 1 + Math.Log2(move.Threats.Length + 1)))
            {
                Share = (move.From, move.To) switch { (null, _) => 1 - NearEnd, (_, null) => NearEnd, _ => 0.5 },
            };
        });
        return new(width, height, Cells(risk.Before, bands, Edge, Head), Cells(risk.After, bands, x, y), [.. arrows], comes, goes, Math.Max(0, risk.Moves.Length - MostArrows));
    }

    private static ImmutableArray<MovementCell> Cells(ImmutableDictionary<Rating, int> counts, BandScale bands, double left, double top) =>
    [
        .. from likelihood in Enumerable.Range(Rating.Lowest, Rating.Highest)
           from impact in Enumerable.Range(Rating.Lowest, Rating.Highest)
           let rating = new Rating(likelihood, impact)
           let centre = Centre(rating, left, top)
           select new MovementCell(centre.X - (Cell / 2), centre.Y - (Cell / 2), rating, bands.Of(rating.Score), counts.GetValueOrDefault(rating)),
    ];

    private static (double X, double Y) Centre(Rating rating, double left, double top) =>
        (left + ((rating.Impact - 0.5) * Cell), top + ((Rating.Highest - rating.Likelihood + 0.5) * Cell));
}
