namespace ThreatBoard.Web.Pictures;

/// <summary>Places boxes in columns, so that what flows goes from left to right as far as it can; what nothing flows to or from stands in rows below.</summary>
internal sealed class Layers
{
    /// <summary>Over this many boxes side by side they stand in rows, since ordering them would help nobody.</summary>
    public const int Most = 1_500;

    private const double GapX = 112, GapY = 50, Tall = 1_300, LeastRow = 700;
    private const int Sweeps = 4;

    private readonly Dictionary<Guid, (double W, double H)> _sizes;
    private readonly Dictionary<Guid, List<Guid>> _to = [], _from = [];
    private readonly Dictionary<Guid, int> _layer = [];

    /// <param name="nodes">In the order in which they stand where nothing else decides.</param>
    /// <param name="edges">Pairs of different nodes; the same pair may come more than once.</param>
    public Layers(IReadOnlyList<(Guid Id, double W, double H)> nodes, IEnumerable<(Guid From, Guid To)> edges)
    {
        _sizes = nodes.ToDictionary(node => node.Id, node => (node.W, node.H));
        foreach (var (from, to) in edges.Distinct())
        {
            Of(_to, from).Add(to);
            Of(_from, to).Add(from);
        }

        List<Guid> joined = nodes.Count > Most ? [] : [.. nodes.Select(node => node.Id).Where(id => _to.ContainsKey(id) || _from.ContainsKey(id))];
        Rank(joined);
        PlaceColumns(Ordered(joined));
        PlaceRows([.. nodes.Select(node => node.Id).Where(id => !_layer.ContainsKey(id))]);
    }

    /// <summary>The left upper corner of each box; the whole begins at 0, 0.</summary>
    public Dictionary<Guid, (double X, double Y)> At { get; } = [];

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>A box comes in the column after the last that leads to it; where all lead in a circle, the one that gives most begins.</summary>
    private void Rank(List<Guid> nodes)
    {
        var left = nodes.ToDictionary(id => id, id => _from.GetValueOrDefault(id, []).Count);
        var ready = new Queue<Guid>(nodes.Where(id => left[id] == 0));
        while (_layer.Count < nodes.Count)
        {
            if (ready.Count == 0) ready.Enqueue(nodes.Where(id => !_layer.ContainsKey(id)).MaxBy(id => _to.GetValueOrDefault(id, []).Count - left[id]));
            var next = ready.Dequeue();
            if (_layer.ContainsKey(next)) continue;
            _layer[next] = _from.GetValueOrDefault(next, []).Where(_layer.ContainsKey).Select(id => _layer[id] + 1).DefaultIfEmpty(0).Max();
            foreach (var to in _to.GetValueOrDefault(next, []).Where(to => !_layer.ContainsKey(to)))
            {
                if (--left[to] == 0) ready.Enqueue(to);
            }
        }
    }

    /// <summary>In each column, what belongs together lies at the same height: some turns of the mean of the neighbours.</summary>
    private List<List<Guid>> Ordered(List<Guid> nodes)
    {
        List<List<Guid>> columns = [.. nodes.GroupBy(id => _layer[id]).OrderBy(column => column.Key).Select(column => column.ToList())];
        var height = new Dictionary<Guid, double>();
        foreach (var column in columns) Note(column);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var neighbours = sweep % 2 == 0 ? _from : _to;
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                var mean = column.ToDictionary(id => id, id => neighbours.GetValueOrDefault(id, []).Select(other => height[other]).DefaultIfEmpty(height[id]).Average());
                column.Sort((a, b) => mean[a].CompareTo(mean[b]) is var order and not 0 ? order : height[a].CompareTo(height[b]));
                Note(column);
            }
        }

        return [.. columns.SelectMany(Split)];

        void Note(List<Guid> column)
        {
            for (var at = 0; at < column.Count; at++) height[column[at]] = (at + 0.5) / column.Count;
        }
    }

    /// <summary>A column that is too tall for paper goes on in the next.</summary>
    private IEnumerable<List<Guid>> Split(List<Guid> column)
    {
        var (part, tall) = (new List<Guid>(), 0.0);
        foreach (var id in column)
        {
            if (part.Count > 0 && tall + _sizes[id].H > Tall)
            {
                yield return part;
                (part, tall) = ([], 0);
            }

            part.Add(id);
            tall += _sizes[id].H + GapY;
        }

        yield return part;
    }

    private void PlaceColumns(List<List<Guid>> columns)
    {
        Height = columns.Select(Tallness).DefaultIfEmpty(0).Max();
        foreach (var column in columns)
        {
            var (width, y) = (column.Max(id => _sizes[id].W), (Height - Tallness(column)) / 2);
            foreach (var id in column)
            {
                At[id] = (Width + ((width - _sizes[id].W) / 2), y);
                y += _sizes[id].H + GapY;
            }

            Width += width + GapX;
        }

        Width = Math.Max(0, Width - GapX);

        double Tallness(List<Guid> column) => column.Sum(id => _sizes[id].H) + ((column.Count - 1) * GapY);
    }

    private void PlaceRows(List<Guid> alone)
    {
        if (alone.Count == 0) return;
        var room = Math.Max(Math.Max(LeastRow, Width), Math.Sqrt(alone.Sum(id => (_sizes[id].W + GapY) * (_sizes[id].H + GapY)) * 1.6));
        var (x, y, row) = (0.0, Height > 0 ? Height + GapY : 0.0, 0.0);
        foreach (var id in alone.OrderBy(id => _sizes[id].H))
        {
            if (x > 0 && x + _sizes[id].W > room) (x, y, row) = (0, y + row + GapY, 0);
            At[id] = (x, y);
            (Width, row, x) = (Math.Max(Width, x + _sizes[id].W), Math.Max(row, _sizes[id].H), x + _sizes[id].W + GapY);
        }

        Height = y + row;
    }

    private static List<Guid> Of(Dictionary<Guid, List<Guid>> lists, Guid id) => lists.TryGetValue(id, out var list) ? list : lists[id] = [];
}
