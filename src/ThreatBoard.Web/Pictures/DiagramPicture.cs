using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Pictures;

/// <summary>The diagram of a content as boxes and lines in model units, for paper: computed from the content and its layout alone.</summary>
/// <param name="Boundaries">The outermost first, so that each is drawn over what it lies in.</param>
public sealed record DiagramPicture(
    double Left, double Top, double Width, double Height, ImmutableArray<PictureBox> Boundaries, ImmutableArray<PictureBox> Elements, ImmutableArray<PictureLine> Lines)
{
    private const double Margin = 20;

    public bool IsEmpty => Elements.IsEmpty && Boundaries.IsEmpty;

    public static DiagramPicture Of(ModelContent content, BandScale bands)
    {
        var drawing = new PictureDrawing(content, bands);
        var (boundaries, elements) = (drawing.Boundaries(), drawing.Elements());
        ImmutableArray<PictureBox> all = [.. boundaries, .. elements];
        if (all.IsEmpty) return new(0, 0, 0, 0, [], [], []);
        var lines = drawing.Lines(elements, boundaries);
        List<PicturePoint> bends = [.. lines.SelectMany(line => line.Points)];
        var (left, top) = (all.Select(box => box.Left).Concat(bends.Select(bend => bend.X)).Min() - Margin, all.Select(box => box.Top).Concat(bends.Select(bend => bend.Y)).Min() - Margin);
        var (right, bottom) = (all.Select(box => box.Right).Concat(bends.Select(bend => bend.X)).Max() + Margin, all.Select(box => box.Bottom).Concat(bends.Select(bend => bend.Y)).Max() + Margin);
        return new(left, top, right - left, bottom - top, boundaries, elements, lines);
    }
}
