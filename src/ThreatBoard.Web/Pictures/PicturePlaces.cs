using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Pictures;

/// <summary>Where everything stands on paper: where people placed it, else in columns along the flows, boundary by boundary from the inside out.</summary>
internal sealed class PicturePlaces
{
    private const double Gap = 50;
    private const double Padding = 30;

    /// <summary>Room for a boundary's title, and for the badges of what stands right under it.</summary>
    private const double Head = 44;

    private const double Row = 900;

    private readonly ILookup<Guid, Guid> _inside;
    private readonly IReadOnlyDictionary<Guid, Guid> _parents;
    private readonly Dictionary<Guid, (double W, double H)> _sizes;
    private readonly Dictionary<Guid, double> _titles;
    private readonly Dictionary<Guid, (double X, double Y)> _at = [];

    /// <param name="parents">What each element is drawn in; <see cref="Guid.Empty"/> for the outermost.</param>
    /// <param name="sizes">Of what is drawn as one box: components, actors, and boundaries with nothing in them.</param>
    /// <param name="titles">How wide the title of each boundary is.</param>
    public PicturePlaces(ModelContent content, IReadOnlyDictionary<Guid, Guid> parents, Dictionary<Guid, (double W, double H)> sizes, Dictionary<Guid, double> titles)
    {
        (_inside, _parents, _sizes, _titles) = (parents.ToLookup(pair => pair.Value, pair => pair.Key), parents, sizes, titles);
        var diagram = content.All<Diagram>().Where(one => one.Grouping is Grouping.Tenancy).OrderBy(one => one.Id).FirstOrDefault();
        foreach (var place in content.All<Placement>().Where(place => place.Diagram == diagram?.Id && sizes.ContainsKey(place.Element.Id))) _at[place.Element.Id] = (place.At.X, place.At.Y);
        if (sizes.Count == 0) return;
        if (_at.Count * 2 < sizes.Count) Arrange(content);
        else PlaceRest();
    }

    public (double X, double Y) this[Guid leaf] => _at[leaf];

    /// <summary>The box around everything that lies in a boundary.</summary>
    public (double Left, double Top, double Right, double Bottom) Around(Guid boundary)
    {
        var boxes = _inside[boundary].Select(child => _sizes.TryGetValue(child, out var size) ? Box(child, size) : Around(child)).ToList();
        var left = boxes.Min(b => b.Left) - Padding;
        return (left, boxes.Min(b => b.Top) - Head, Math.Max(boxes.Max(b => b.Right) + Padding, left + _titles[boundary]), boxes.Max(b => b.Bottom) + Padding);
    }

    private (double Left, double Top, double Right, double Bottom) Box(Guid leaf, (double W, double H) size)
    {
        var (x, y) = _at[leaf];
        return (x - (size.W / 2), y - (size.H / 2), x + (size.W / 2), y + (size.H / 2));
    }

    private void Arrange(ModelContent content)
    {
        var joins = content.All<Flow>().OrderBy(flow => flow.Id).Select(flow => (flow.Ends.From.Value, flow.Ends.To.Value))
            .Concat(content.All<Actor>().Where(actor => actor.StartsAt is not null).OrderBy(actor => actor.Id).Select(actor => (actor.Id.Value, actor.StartsAt!.Value.Value)));
        // A flow joins what its ends lie in, in the innermost boundary around both.
        var edges = joins.Select(join => Meeting(join.Item1, join.Item2)).Where(edge => edge.From != edge.To).ToLookup(edge => _parents.GetValueOrDefault(edge.From));
        var layouts = new Dictionary<Guid, Layers>();
        Size(Guid.Empty, edges, layouts);
        Stand(Guid.Empty, 0, 0, layouts);
    }

    private (Guid From, Guid To) Meeting(Guid from, Guid to)
    {
        if (!_parents.ContainsKey(from) || !_parents.ContainsKey(to)) return default;
        var around = new Dictionary<Guid, Guid>();
        for (var at = from; at != Guid.Empty; at = _parents[at]) around.TryAdd(_parents[at], at);
        for (var at = to; at != Guid.Empty; at = _parents[at])
        {
            if (around.TryGetValue(_parents[at], out var first)) return (first, at);
        }

        return default;
    }

    /// <summary>How large a boundary becomes, without its padding.</summary>
    private Layers Size(Guid boundary, ILookup<Guid, (Guid From, Guid To)> edges, Dictionary<Guid, Layers> layouts)
    {
        var nodes = _inside[boundary].Order().Select(child =>
        {
            if (_sizes.TryGetValue(child, out var size)) return (child, size.W, size.H);
            var inner = Size(child, edges, layouts);
            return (child, Math.Max(inner.Width + (2 * Padding), _titles[child]), inner.Height + Head + Padding);
        }).ToList();
        return layouts[boundary] = new(nodes, edges[boundary]);
    }

    private void Stand(Guid boundary, double left, double top, Dictionary<Guid, Layers> layouts)
    {
        foreach (var (child, (x, y)) in layouts[boundary].At)
        {
            if (_sizes.TryGetValue(child, out var size)) _at[child] = (left + x + (size.W / 2), top + y + (size.H / 2));
            else Stand(child, left + x + Padding, top + y + Head, layouts);
        }
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
