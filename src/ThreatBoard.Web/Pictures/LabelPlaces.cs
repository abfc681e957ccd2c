using System.Collections.Immutable;

namespace ThreatBoard.Web.Pictures;

/// <summary>Finds a place for the words at each line, on it and over no box, no title and no other words, where there is one.</summary>
internal sealed class LabelPlaces(IReadOnlyCollection<PictureBox> boxes, IReadOnlyCollection<PictureBox> boundaries)
{
    private const double Letter = 6.2, High = 14, Above = 4, Below = 13, Title = 7.2, TitleHigh = 22;

    /// <summary>Of more words than this, none is asked whether it stands on another.</summary>
    private const int Most = 500;

    private static readonly double[] s_along = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86];

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken =
    [
        .. boxes.Select(box => (box.Left, box.Top, box.Right, box.Bottom)),
        .. boundaries.Select(box => (box.Left, box.Top, box.Left + Math.Min(box.Width, (box.Name.Length + box.Second.Length + box.Badge.Length + 6) * Title), box.Top + TitleHigh)),
    ];
    private int _placed;

    public ImmutableArray<PictureLine> Place(IEnumerable<PictureLine> lines) =>
        [.. lines.Select(line => line.Words.Length == 0 ? line : line with { LabelAt = _placed++ < Most ? Find(line) : On(line, s_along[0]) })];

    private PicturePoint Find(PictureLine line)
    {
        var room = line.Words.Length * Letter / 2;
        var places = s_along.SelectMany(part => new[] { -Above, Below }.Select(lift => On(line, part) is var at ? new PicturePoint(at.X, at.Y + lift) : at)).ToList();
        var at = places.Where(place => !_taken.Exists(taken => Overlap(taken, Words(place, room)))).Select(place => (PicturePoint?)place).FirstOrDefault() ?? places[0];
        _taken.Add(Words(at, room));
        return at;
    }

    private static (double Left, double Top, double Right, double Bottom) Words(PicturePoint at, double room) => (at.X - room, at.Y - High + 3, at.X + room, at.Y + 3);

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    /// <summary>The point after a part of the line's length.</summary>
    private static PicturePoint On(PictureLine line, double part)
    {
        var steps = line.Points.Zip(line.Points.Skip(1), (a, b) => (From: a, To: b, Length: Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y))))).ToList();
        var left = steps.Sum(step => step.Length) * part;
        foreach (var (from, to, length) in steps)
        {
            if (left <= length && length > 0) return new(from.X + ((to.X - from.X) * left / length), from.Y + ((to.Y - from.Y) * left / length));
            left -= length;
        }

        return line.Points[^1];
    }
}
