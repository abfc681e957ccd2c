namespace ThreatBoard.Web.Pictures;

/// <summary>A flow, or several of the same direction, as a straight arrow.</summary>
/// <param name="Label">Protocol and port, or how many they are.</param>
/// <param name="Look"><c>none</c>, <c>unknown</c>, <c>tls</c> or <c>mtls</c>: the weakest of them.</param>
public sealed record PictureLine(double FromX, double FromY, double ToX, double ToY, string Label, string Look, bool Crosses)
{
    /// <summary>The line between two boxes from edge to edge, a little aside where the other direction is drawn as well.</summary>
    public static PictureLine Between(PictureBox from, PictureBox to, string label, string look, bool crosses, bool aside)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        var (sideX, sideY) = aside ? (-y / length * Apart, x / length * Apart) : (0.0, 0.0);
        var (start, end) = (Edge(from, x, y), Edge(to, -x, -y));
        return new(start.X + sideX, start.Y + sideY, end.X + sideX, end.Y + sideY, label, look, crosses);
    }

    private const double Apart = 9;

    /// <summary>Where a ray from the middle of a box leaves it.</summary>
    private static (double X, double Y) Edge(PictureBox box, double x, double y)
    {
        var reach = Math.Min(x == 0 ? double.MaxValue : box.Width / 2 / Math.Abs(x), y == 0 ? double.MaxValue : box.Height / 2 / Math.Abs(y));
        return reach == double.MaxValue ? (box.X, box.Y) : (box.X + (x * reach), box.Y + (y * reach));
    }
}
