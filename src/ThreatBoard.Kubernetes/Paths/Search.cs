using ThreatBoard.Kubernetes.Paths.Fixes;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Shortest ways over the graph, counted in steps; edges that are no step cost nothing.</summary>
internal sealed class Search
{
    /// <summary>In the place of an edge's number: one that fixes leave open.</summary>
    private const int Kept = int.MaxValue;

    private readonly int[] _steps;
    private readonly int[] _via;
    private readonly AttackGraph _graph;
    private readonly bool _isBackward;
    private readonly CutView? _view;
    private readonly Dictionary<int, AttackEdge> _kept = [];

    private Search(AttackGraph graph, bool isBackward, CutView? view)
    {
        (_graph, _isBackward, _view) = (graph, isBackward, view);
        (_steps, _via) = (new int[graph.Nodes.Length], new int[graph.Nodes.Length]);
        Array.Fill(_steps, int.MaxValue);
        Array.Fill(_via, -1);
    }

    /// <summary>Nodes in the order in which they are reached.</summary>
    public List<int> Order { get; } = [];

    /// <param name="graph">Where.</param>
    /// <param name="starts">Held from the beginning.</param>
    /// <param name="isBackward">Against the edges: to who gets to the starts.</param>
    /// <param name="takes">Edges that count; all when left out.</param>
    /// <param name="view">With fixes switched on; forward only.</param>
    public static Search Run(AttackGraph graph, IEnumerable<int> starts, bool isBackward = false, Func<AttackEdge, bool>? takes = null, CutView? view = null)
    {
        var search = new Search(graph, isBackward, view);
        search.Walk(starts, takes ?? (view is null ? null : view.Takes));
        return search;
    }

    public bool Reaches(int node) => _steps[node] != int.MaxValue;

    /// <summary>How many steps it takes; the largest number where there is no way.</summary>
    public int StepsTo(int node) => _steps[node];

    /// <summary>The edges of a shortest way, in the order in which they are walked.</summary>
    public List<AttackEdge> WayTo(int node)
    {
        var way = new List<AttackEdge>();
        for (var at = node; _via[at] >= 0;)
        {
            var edge = _via[at] == Kept ? _kept[at] : _graph.Edge(_via[at]);
            way.Add(edge);
            at = _isBackward ? edge.To : edge.From;
        }
        if (!_isBackward) way.Reverse();
        return way;
    }

    private void Walk(IEnumerable<int> starts, Func<AttackEdge, bool>? takes)
    {
        var (now, next, done) = (new Stack<int>(), new List<int>(), new bool[_steps.Length]);
        foreach (var start in starts)
        {
            _steps[start] = 0;
            next.Add(start);
        }
        for (var steps = 0; next.Count > 0; steps++)
        {
            for (var i = next.Count - 1; i >= 0; i--) now.Push(next[i]);
            next.Clear();
            while (now.TryPop(out var at))
            {
                if (done[at] || _steps[at] != steps) continue;
                done[at] = true;
                Order.Add(at);
                foreach (var index in _isBackward ? _graph.EdgesTo(at) : _graph.EdgesFrom(at))
                    if (_graph.Edge(index) is var edge && (takes is null || takes(edge))) Follow(edge, index, steps, now, next);
                if (_view is null) continue;
                foreach (var edge in _view.Kept(at)) Follow(edge, Kept, steps, now, next);
            }
        }
    }

    private void Follow(AttackEdge edge, int index, int steps, Stack<int> now, List<int> next)
    {
        var (to, cost) = (_isBackward ? edge.From : edge.To, edge.IsStep ? 1 : 0);
        if (steps + cost >= _steps[to]) return;
        (_steps[to], _via[to]) = (steps + cost, index);
        if (index == Kept) _kept[to] = edge;
        if (cost == 0) now.Push(to);
        else next.Add(to);
    }
}
