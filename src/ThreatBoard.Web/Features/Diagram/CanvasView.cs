using System.Globalization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The part of the diagram that is seen: zoom from 0.02 to 4, and the pixel at which the model's origin lies.</summary>
public sealed record CanvasView(double Zoom, double X, double Y)
{
    private const double Furthest = 10_000_000;

    /// <summary>Null for what no canvas can show.</summary>
    public static CanvasView? TryMake(double zoom, double x, double y) =>
        zoom is >= 0.01 and <= 10 && Math.Abs(x) <= Furthest && Math.Abs(y) <= Furthest ? new(zoom, x, y) : null;

    /// <summary>Reads what <see cref="ToString"/> writes into the address; null for anything else.</summary>
    public static CanvasView? Parse(string? text) =>
        text?.Split(',') is [var zoom, var x, var y] && Number(zoom) is { } z && Number(x) is { } left && Number(y) is { } top ? TryMake(z, left, top) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Zoom:0.###},{X:0},{Y:0}");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
