namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Seeks the smallest set of fixes that cuts all paths from a start to an asset: exactly up to three, beyond that greedily.</summary>
/// <remarks>Whatever cuts all paths cuts the shortest one, so only fixes of its edges are tried, and so on with the next path.</remarks>
internal sealed class Cutting
{
    private const int MostExact = 3;
    private const int MostGreedy = 60;

    /// <summary>What the searches of one plan may cost: looks at edges, in all.</summary>
    private const long MostLooks = 40_000_000;

    private readonly AttackGraph _graph;
    private readonly AttackNode _start;
    private readonly AttackNode _asset;
    private readonly bool _mayClose;
    private readonly FixFinder _finder;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private long _looks;

    private Cutting(AttackGraph graph, AttackNode start, AttackNode asset, FixFinder finder, bool mayClose) =>
        (_graph, _start, _asset, _finder, _mayClose) = (graph, start, asset, finder, mayClose);

    /// <summary>First without closing what is open on purpose; only where that cannot do, with it.</summary>
    public static CutPlan Plan(AttackGraph graph, AttackNode start, AttackNode asset)
    {
        var finder = new FixFinder(graph);
        var gentle = new Cutting(graph, start, asset, finder, mayClose: false).Plan();
        return gentle.Left is null ? gentle : new Cutting(graph, start, asset, finder, mayClose: true).Plan();
    }

    private bool IsSpent => _looks >= MostLooks;

    private CutPlan Plan()
    {
        if (Way([]) is not { } way) return new(_start, _asset, [], IsExact: true, Left: null);
        if (Uncuttable(way) is { } left) return new(_start, _asset, [], IsExact: true, PathWords.Of(_graph, _start, _asset, left));
        for (var most = 1; most <= MostExact && !IsSpent; most++)
        {
            _tried.Clear();
            if (Exact([], way, most) is { } found) return new(_start, _asset, [.. found], IsExact: true, Left: null);
        }
        return Greedy(way);
    }

    /// <summary>A way that is left when every fix of every way before it is on: no set of fixes cuts it.</summary>
    private List<AttackEdge>? Uncuttable(List<AttackEdge> first)
    {
        var on = new List<Fix>();
        for (var way = first; way is not null && !IsSpent; way = Way(on))
        {
            var more = FixesOf(way).Except(on).ToList();
            if (more.Count == 0) return way;
            on.AddRange(more);
        }
        return null;
    }

    /// <summary>Tries every set of at most so many; once too much was looked at, nothing that is found would be sure to be smallest.</summary>
    private List<Fix>? Exact(List<Fix> on, List<AttackEdge> way, int most)
    {
        foreach (var fix in FixesOf(way))
        {
            List<Fix> with = [.. on, fix];
            if (IsSpent) return null;
            if (!_tried.Add(string.Join('\n', with.Select(f => f.Key).Order(StringComparer.Ordinal)))) continue;
            if (Way(with) is not { } next) return with;
            if (with.Count < most && Exact(with, next, most) is { } found) return found;
        }
        return null;
    }

    /// <summary>Each time the fix after which the shortest path left is longest; of equals the one nearest to the asset, where ways meet.</summary>
    private CutPlan Greedy(List<AttackEdge> way)
    {
        var on = new List<Fix>();
        while (on.Count < MostGreedy)
        {
            var best = Enumerable.Reverse(way).SelectMany(_finder.For).Where(IsFit).Distinct().Select(fix => (Fix: fix, Next: Way([.. on, fix])))
                .OrderByDescending(t => t.Next is null ? int.MaxValue : t.Next.Count(e => e.IsStep)).FirstOrDefault();
            if (best.Fix is null) break;
            on.Add(best.Fix);
            if (best.Next is null) return new(_start, _asset, [.. Needed(on)], IsExact: false, Left: null);
            way = best.Next;
        }
        return new(_start, _asset, [], IsExact: false, PathWords.Of(_graph, _start, _asset, way));
    }

    /// <summary>What came to be needless by later ones goes.</summary>
    private List<Fix> Needed(List<Fix> on)
    {
        foreach (var fix in on.ToList())
            if (Way([.. on.Where(other => other != fix)]) is null) on.Remove(fix);
        return on;
    }

    private bool IsFit(Fix fix) => _mayClose || !fix.ClosesDeclaredFlow;

    private IEnumerable<Fix> FixesOf(List<AttackEdge> way) => way.SelectMany(_finder.For).Where(IsFit).Distinct().OrderBy(fix => fix.Rank);

    private List<AttackEdge>? Way(List<Fix> on)
    {
        _looks += _graph.EdgeCount * (1L + on.Count);
        var search = Search.Run(_graph, _graph.StartsOf(_start), view: on.Count == 0 ? null : new CutView(_graph, on));
        return search.Reaches(_asset.Index) ? search.WayTo(_asset.Index) : null;
    }
}
