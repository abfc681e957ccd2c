using System.Collections.Immutable;

namespace ThreatBoard.Web.Ui.Charts;

/// <summary>The axes of a curve over days: where a day and a value lie, in percent of the drawing, and which are named.</summary>
public sealed class ChartScale
{
    private const int MostTicks = 5;
    private readonly DateOnly _first, _last;

    public ChartScale(IReadOnlyList<ChartPoint> points)
    {
        (_first, _last) = points is [var first, .., var last] ? (first.Day, last.Day) : points is [var only] ? (only.Day, only.Day) : default;
        Top = Nice(points.Count == 0 ? 0 : points.Max(point => point.Value));
    }

    /// <summary>The value at the upper edge: round, and a whole number at each half.</summary>
    public int Top { get; }

    public ImmutableArray<int> Values => [Top, Top / 2, 0];

    /// <summary>A few days, evenly spread, the first and the last among them.</summary>
    public ImmutableArray<DateOnly> Days
    {
        get
        {
            var span = _last.DayNumber - _first.DayNumber;
            var ticks = Math.Min(MostTicks, span + 1);
            return ticks < 2 ? [_first] : [.. Enumerable.Range(0, ticks).Select(tick => _first.AddDays(span * tick / (ticks - 1)))];
        }
    }

    /// <summary>0 at the left, 100 at the right.</summary>
    public double X(DateOnly day) => _last == _first ? 100 : 100.0 * (day.DayNumber - _first.DayNumber) / (_last.DayNumber - _first.DayNumber);

    /// <summary>0 at the top, 100 at the bottom.</summary>
    public double Y(int value) => 100 - (100.0 * value / Top);

    private static int Nice(int most)
    {
        for (var unit = 2; ; unit *= 10)
        {
            foreach (var step in new[] { 1, 2, 3, 4, 5 })
            {
                if (unit * step >= most) return unit * step;
            }
        }
    }
}
