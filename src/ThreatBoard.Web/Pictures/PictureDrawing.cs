using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Pictures;

/// <summary>Turns one content into boxes and lines: what lies in what, where it stands, what a badge says.</summary>
internal sealed class PictureDrawing
{
    private readonly ModelContent _content;
    private readonly ModelGraph _graph;
    private readonly BandScale _bands;
    private readonly ILookup<Guid, ThreatState> _open;
    private readonly Dictionary<Guid, Guid> _parents = [];
    private readonly PicturePlaces _places;
    private readonly Dictionary<Guid, (double W, double H)> _sizes;

    public PictureDrawing(ModelContent content, BandScale bands)
    {
        (_content, _graph, _bands) = (content, ModelGraph.Of(content), bands);
        var states = ThreatState.OfAll(content);
        _open = content.All<Threat>().Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen()).ToLookup(threat => threat.Subject.Ref.Id, threat => states[threat.Id]);
        foreach (var boundary in _graph.Boundaries) _parents[boundary.Id.Value] = (boundary.Tenancy ?? boundary.Zone)?.Value ?? Guid.Empty;
        foreach (var component in _graph.Components) _parents[component.Id.Value] = (component.Tenancy ?? component.Zone)?.Value ?? Guid.Empty;
        foreach (var actor in Actors) _parents[actor.Id.Value] = content.Find(actor.StartsAt) is { } start ? (start.Tenancy ?? start.Zone)?.Value ?? Guid.Empty : Guid.Empty;
        var filled = _parents.Values.ToHashSet();
        _sizes = _graph.Components.Select(c => (c.Id.Value, Size: OfBox(c.Name, c.Technology, c.Kind is ComponentKind.DataStore ? 64 : 54)))
            .Concat(Actors.Select(a => (a.Id.Value, Size: (W: Math.Clamp((a.Name.Length * 6.6) + 14, 72, 170), H: 78.0))))
            .Concat(_graph.Boundaries.Where(b => !filled.Contains(b.Id.Value)).Select(b => (b.Id.Value, Size: (W: Math.Clamp((b.Name.Length * 7.4) + 60, 150, 240), H: 76.0))))
            .ToDictionary(leaf => leaf.Value, leaf => leaf.Size);
        _places = new(content, _parents, _sizes, _graph.Boundaries.ToDictionary(b => b.Id.Value, b => Math.Clamp((b.Name.Length * 7.4) + 96, 150, 280)));
    }

    private IEnumerable<Actor> Actors => _content.All<Actor>().OrderBy(actor => actor.Id);

    public ImmutableArray<PictureBox> Boundaries() =>
    [
        .. _graph.Boundaries.OrderBy(boundary => Depth(boundary.Id.Value)).ThenBy(boundary => boundary.Id)
            .Select(boundary => Box(boundary.Id.Value, boundary.Name, Word(boundary.Kind), boundary.Kind.Axis() is BoundaryAxis.Zone ? "zone" : Word(boundary.Kind))),
    ];

    public ImmutableArray<PictureBox> Elements() =>
    [
        .. _graph.Components.Select(c => Box(c.Id.Value, c.Name, c.Technology, c.Kind switch { ComponentKind.DataStore => "store", ComponentKind.ExternalEntity => "external", _ => "process" })),
        .. Actors.Select(a => Box(a.Id.Value, a.Name, "", "actor")),
    ];

    public ImmutableArray<PictureLine> Lines(IEnumerable<PictureBox> elements, IReadOnlyCollection<PictureBox> boundaries)
    {
        var boxes = elements.ToDictionary(box => box.Id);
        var pairs = _graph.Flows.GroupBy(flow => (From: flow.Ends.From.Value, To: flow.Ends.To.Value)).ToList();
        var known = pairs.Select(pair => pair.Key).ToHashSet();
        var router = new LineRouter([.. boxes.Values]);
        var lines =
            from pair in pairs
            where boxes.ContainsKey(pair.Key.From) && boxes.ContainsKey(pair.Key.To)
            let flows = pair.ToList()
            let label = flows is [var only] ? only.Label == "flow" ? "" : only.Label : string.Create(CultureInfo.CurrentCulture, $"{flows.Count} flows")
            select new PictureLine(
                router.Between(boxes[pair.Key.From], boxes[pair.Key.To], known.Contains((pair.Key.To, pair.Key.From))), label, Weakest(flows), flows.Exists(flow => _graph.Crossings(flow).Any));
        return new LabelPlaces(boxes.Values, boundaries).Place(lines);
    }

    private static (double W, double H) OfBox(string name, string second, double height) =>
        (Math.Clamp(Math.Max(name.Length * 7.6, second.Length * 6.4) + 44, 116, 208), height);

    private static string Word(BoundaryKind kind) => kind.ToString().ToLowerInvariant();

    private static string Weakest(List<Flow> flows) => flows.Min(flow => flow.Transport.Encryption switch { Encryption.None => 0, Encryption.Unknown => 1, Encryption.Tls => 2, _ => 3 }) switch
    {
        0 => "none",
        1 => "unknown",
        2 => "tls",
        _ => "mtls",
    };

    private int Depth(Guid id)
    {
        var depth = 0;
        for (var next = _parents.GetValueOrDefault(id); next != Guid.Empty && depth < _parents.Count; next = _parents.GetValueOrDefault(next)) depth++;
        return depth;
    }

    private PictureBox Box(Guid id, string name, string second, string shape)
    {
        var open = _open[id].ToList();
        var worst = open.Count == 0 ? RiskBand.None : open.Max(state => _bands.Of(state.Residual?.Score ?? 0));
        var badge = open.Count == 0 ? "" : worst is RiskBand.None ? string.Create(CultureInfo.CurrentCulture, $"{open.Count}") : string.Create(CultureInfo.CurrentCulture, $"{open.Count} {worst.Letter()}");
        if (_sizes.TryGetValue(id, out var size))
        {
            var (x, y) = _places[id];
            return new(id, name, second, shape, x, y, size.W, size.H, badge);
        }

        var (left, top, right, bottom) = _places.Around(id);
        return new(id, name, second, shape, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top, badge);
    }
}
