using System.Globalization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The part of the model that a canvas shows, in units of the model.</summary>
public sealed record CanvasPart(double Left, double Top, double Right, double Bottom)
{
    private const double Furthest = 10_000_000;

    /// <summary>Null for anything but four sides of something.</summary>
    public static CanvasPart? TryMake(double[]? sides) =>
        sides is [var left, var top, var right, var bottom] && left < right && top < bottom && Array.TrueForAll(sides, side => Math.Abs(side) <= Furthest) ? new(left, top, right, bottom) : null;

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static CanvasPart? Parse(string text) =>
        TryMake([.. text.Split(',').Take(5).Select(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left:0},{Top:0},{Right:0},{Bottom:0}");
}
