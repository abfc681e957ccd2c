using System.Collections.Immutable;

namespace ThreatBoard.Web.Pictures;

/// <summary>Leads lines between boxes: straight where nothing stands in the way, else around, with few bends and not on top of each other.</summary>
internal sealed class LineRouter
{
    private const double Cell = 16, Clear = 7, Apart = 9;
    private const int Turn = 5, Used = 4;

    /// <summary>How many cells a picture may have, and how many steps all its lines may take; what is over that goes straight.</summary>
    private const int MostCells = 120_000, MostSteps = 1_500_000;

    private static readonly (int X, int Y)[] s_ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private readonly ImmutableArray<PictureBox> _boxes;
    private readonly Dictionary<Guid, int> _index = [];
    private readonly double _left, _top;
    private readonly int _columns, _rows;
    private readonly int[] _owner, _taken;
    private int _steps = MostSteps;

    public LineRouter(ImmutableArray<PictureBox> boxes)
    {
        _boxes = boxes;
        for (var at = 0; at < boxes.Length; at++) _index[boxes[at].Id] = at;
        (_left, _top) = (boxes.Select(b => b.Left).DefaultIfEmpty(0).Min() - (4 * Cell), boxes.Select(b => b.Top).DefaultIfEmpty(0).Min() - (4 * Cell));
        var (columns, rows) = ((boxes.Select(b => b.Right).DefaultIfEmpty(0).Max() - _left) / Cell, (boxes.Select(b => b.Bottom).DefaultIfEmpty(0).Max() - _top) / Cell);
        (_columns, _rows) = columns * rows > MostCells ? (0, 0) : ((int)columns + 5, (int)rows + 5);
        (_owner, _taken) = (new int[_columns * _rows], new int[_columns * _rows]);
        for (var at = 0; at < boxes.Length && _owner.Length > 0; at++) Occupy(at);
    }

    /// <param name="aside">The other direction is drawn as well.</param>
    public ImmutableArray<PicturePoint> Between(PictureBox from, PictureBox to, bool aside)
    {
        var straight = Straight(from, to, aside);
        if (_owner.Length == 0 || !_boxes.Any(box => box.Id != from.Id && box.Id != to.Id && Meets(box, straight[0], straight[^1]))) return straight;
        return Around(from, to) ?? straight;
    }

    private static ImmutableArray<PicturePoint> Straight(PictureBox from, PictureBox to, bool aside)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        var (sideX, sideY) = aside ? (-y / length * Apart, x / length * Apart) : (0.0, 0.0);
        var (start, end) = (Edge(from, x, y), Edge(to, -x, -y));
        return [new(start.X + sideX, start.Y + sideY), new(end.X + sideX, end.Y + sideY)];
    }

    /// <summary>Where a ray from the middle of a box leaves it.</summary>
    private static PicturePoint Edge(PictureBox box, double x, double y)
    {
        var reach = Math.Min(x == 0 ? double.MaxValue : box.Width / 2 / Math.Abs(x), y == 0 ? double.MaxValue : box.Height / 2 / Math.Abs(y));
        return reach == double.MaxValue ? new(box.X, box.Y) : new(box.X + (x * reach), box.Y + (y * reach));
    }

    /// <summary>Whether a line comes nearer to a box than looks clear: the part of it that lies between each pair of sides, taken together.</summary>
    internal static bool Meets(PictureBox box, PicturePoint a, PicturePoint b)
    {
        var (first, last) = (0.0, 1.0);
        return Within(a.X, b.X - a.X, box.Left - Clear, box.Right + Clear) && Within(a.Y, b.Y - a.Y, box.Top - Clear, box.Bottom + Clear);

        bool Within(double start, double run, double low, double high)
        {
            if (run == 0) return start > low && start < high;
            var (enters, leaves) = ((low - start) / run, (high - start) / run);
            (first, last) = (Math.Max(first, Math.Min(enters, leaves)), Math.Min(last, Math.Max(enters, leaves)));
            return first < last;
        }
    }

    private void Occupy(int at)
    {
        var box = _boxes[at];
        for (var row = Row(box.Top - Clear); row <= Row(box.Bottom + Clear); row++)
        {
            for (var column = Column(box.Left - Clear); column <= Column(box.Right + Clear); column++) _owner[(row * _columns) + column] = at + 1;
        }
    }

    /// <summary>The way with the least of steps, bends and company; null where there is none, or looking for it would take too long.</summary>
    private ImmutableArray<PicturePoint>? Around(PictureBox from, PictureBox to)
    {
        var (own, other) = (_index[from.Id] + 1, _index[to.Id] + 1);
        var (start, goal) = ((Row(from.Y) * _columns) + Column(from.X), (Row(to.Y) * _columns) + Column(to.X));
        var (cost, before) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var next = new PriorityQueue<int, int>();
        for (var way = 0; way < s_ways.Length; way++)
        {
            cost[(start * 4) + way] = 0;
            next.Enqueue((start * 4) + way, 0);
        }

        while (next.TryDequeue(out var state, out _) && _steps-- > 0)
        {
            var (cell, heading) = (state / 4, state % 4);
            if (cell == goal) return Trace(state, before, from, to);
            for (var way = 0; way < s_ways.Length; way++)
            {
                var (column, row) = ((cell % _columns) + s_ways[way].X, (cell / _columns) + s_ways[way].Y);
                if (way == (heading + 2) % 4 || column < 0 || row < 0 || column >= _columns || row >= _rows) continue;
                var (to1, owner) = ((row * _columns) + column, _owner[(row * _columns) + column]);
                if (owner != 0 && owner != own && owner != other) continue;
                var price = cost[state] + 1 + (way == heading ? 0 : Turn) + (_taken[to1] * Used);
                var key = (to1 * 4) + way;
                if (cost.TryGetValue(key, out var known) && known <= price) continue;
                (cost[key], before[key]) = (price, state);
                next.Enqueue(key, price + Math.Abs(column - (goal % _columns)) + Math.Abs(row - (goal / _columns)));
            }
        }

        return null;
    }

    /// <summary>The corners of the way outside both boxes, from edge to edge.</summary>
    private ImmutableArray<PicturePoint>? Trace(int state, Dictionary<int, int> before, PictureBox from, PictureBox to)
    {
        var cells = new List<int> { state / 4 };
        while (before.TryGetValue(state, out state)) cells.Add(state / 4);
        cells.Reverse();
        foreach (var cell in cells) _taken[cell]++;
        var all = cells.Select(cell => new PicturePoint(_left + ((cell % _columns) * Cell), _top + ((cell / _columns) * Cell))).ToList();
        var (leaves, arrives) = (all.FindLastIndex(point => Holds(from, point)), all.FindIndex(point => Holds(to, point)));
        if (leaves < 0 || arrives <= leaves + 1) return null;
        var outside = all[(leaves + 1)..arrives];
        List<PicturePoint> way = [Onto(from, all[leaves], outside[0]), .. outside, Onto(to, all[arrives], outside[^1])];
        return [.. way.Where((point, at) => at == 0 || at == way.Count - 1 || (way[at - 1].X != way[at + 1].X && way[at - 1].Y != way[at + 1].Y))];
    }

    private static bool Holds(PictureBox box, PicturePoint at) => at.X >= box.Left && at.X <= box.Right && at.Y >= box.Top && at.Y <= box.Bottom;

    /// <summary>Where the step between a point inside and one outside crosses the edge of the box.</summary>
    private static PicturePoint Onto(PictureBox box, PicturePoint inside, PicturePoint outside) =>
        inside.X == outside.X ? new(inside.X, outside.Y > inside.Y ? box.Bottom : box.Top) : new(outside.X > inside.X ? box.Right : box.Left, inside.Y);

    private int Column(double x) => Math.Clamp((int)Math.Round((x - _left) / Cell), 0, _columns - 1);

    private int Row(double y) => Math.Clamp((int)Math.Round((y - _top) / Cell), 0, _rows - 1);
}
