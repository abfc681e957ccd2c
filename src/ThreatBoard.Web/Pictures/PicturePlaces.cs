using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Pictures;

/// <summary>Where everything stands on paper: where people placed it, and what nobody placed in rows beside its siblings.</summary>
internal sealed class PicturePlaces
{
    private const double Gap = 40;
    private const double Padding = 30;
    private const double Row = 900;

    private readonly ILookup<Guid, Guid> _inside;
    private readonly Dictionary<Guid, (double W, double H)> _sizes;
    private readonly Dictionary<Guid, (double X, double Y)> _at = [];

    /// <param name="parents">What each element is drawn in; <see cref="Guid.Empty"/> for the outermost.</param>
    /// <param name="sizes">Of what is drawn as one box: components, actors, and boundaries with nothing in them.</param>
    public PicturePlaces(ModelContent content, IReadOnlyDictionary<Guid, Guid> parents, Dictionary<Guid, (double W, double H)> sizes)
    {
        (_inside, _sizes) = (parents.ToLookup(pair => pair.Value, pair => pair.Key), sizes);
        var diagram = content.All<Diagram>().Where(one => one.Grouping is Grouping.Tenancy).OrderBy(one => one.Id).FirstOrDefault();
        foreach (var place in content.All<Placement>().Where(place => place.Diagram == diagram?.Id && sizes.ContainsKey(place.Element.Id))) _at[place.Element.Id] = (place.At.X, place.At.Y);
        if (sizes.Count == 0) return;
        if (_at.Count * 2 < sizes.Count) Pack(Guid.Empty, 0, 0);
        else PlaceRest();
    }

    public (double X, double Y) this[Guid leaf] => _at[leaf];

    /// <summary>The box around everything that lies in a boundary.</summary>
    public (double Left, double Top, double Right, double Bottom) Around(Guid boundary)
    {
        var boxes = _inside[boundary].Select(child => _sizes.TryGetValue(child, out var size) ? Box(child, size) : Around(child)).ToList();
        return (boxes.Min(b => b.Left) - Padding, boxes.Min(b => b.Top) - Padding, boxes.Max(b => b.Right) + Padding, boxes.Max(b => b.Bottom) + Padding);
    }

    private (double Left, double Top, double Right, double Bottom) Box(Guid leaf, (double W, double H) size)
    {
        var (x, y) = _at[leaf];
        return (x - (size.W / 2), y - (size.H / 2), x + (size.W / 2), y + (size.H / 2));
    }

    /// <summary>Rows of what lies in a boundary, each child packed first; gives how large it became.</summary>
    private (double W, double H) Pack(Guid boundary, double left, double top)
    {
        var (x, y, height, width) = (left, top, 0.0, 0.0);
        foreach (var child in _inside[boundary].OrderBy(child => _inside.Contains(child)).ThenBy(child => child))
        {
            if (x - left > Row) (x, y, height) = (left, y + height + Gap, 0);
            var isLeaf = _sizes.TryGetValue(child, out var size);
            if (isLeaf) _at[child] = (x + (size.W / 2), y + (size.H / 2));
            else size = Pack(child, x + Padding, y + Padding) is var packed ? (packed.W + (2 * Padding), packed.H + (2 * Padding)) : size;
            (x, height, width) = (x + size.W + Gap, Math.Max(height, size.H), Math.Max(width, x + size.W - left));
        }

        return (width, y + height - top);
    }

    /// <summary>What nobody placed stands in rows under the rest.</summary>
    private void PlaceRest()
    {
        var bottom = _at.Max(place => place.Value.Y + (_sizes[place.Key].H / 2)) + (2 * Padding) + Gap;
        var left = _at.Min(place => place.Value.X - (_sizes[place.Key].W / 2));
        var x = left;
        foreach (var leaf in _sizes.Keys.Where(leaf => !_at.ContainsKey(leaf)).Order().ToList())
        {
            if (x - left > Row) (x, bottom) = (left, bottom + (2 * Gap));
            _at[leaf] = (x + (_sizes[leaf].W / 2), bottom);
            x += _sizes[leaf].W + Gap;
        }
    }
}
