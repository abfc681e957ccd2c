namespace ThreatBoard.Web.Pictures;

/// <summary>A component, an actor or a boundary as it is drawn on paper.</summary>
/// <param name="Second">The line under its name; may be empty.</param>
/// <param name="Shape"><c>process</c>, <c>store</c>, <c>external</c>, <c>actor</c>, or the kind of a boundary.</param>
/// <param name="X">Of its centre, in model units, as <paramref name="Y"/>.</param>
/// <param name="Badge">Open threats and the letter of the worst; empty where there are none.</param>
public sealed record PictureBox(Guid Id, string Name, string Second, string Shape, double X, double Y, double Width, double Height, string Badge)
{
    public double Left => X - (Width / 2);

    public double Top => Y - (Height / 2);

    public double Right => X + (Width / 2);

    public double Bottom => Y + (Height / 2);
}
