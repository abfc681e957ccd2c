namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>The graph as it would be with some fixes switched on.</summary>
internal sealed class CutView
{
    private readonly AttackGraph _graph;
    private readonly IReadOnlyList<Fix> _fixes;
    private readonly ILookup<int, AttackEdge> _kept;

    public CutView(AttackGraph graph, IReadOnlyList<Fix> fixes)
    {
        (_graph, _fixes) = (graph, fixes);
        _kept = fixes.SelectMany(fix => fix.Keeps(graph)).ToLookup(edge => edge.From);
    }

    public bool Takes(AttackEdge edge)
    {
        foreach (var fix in _fixes)
            if (fix.Cuts(edge, _graph)) return false;
        return true;
    }

    /// <summary>Ways that a fix leaves open to some, although it cuts the edge that they share with all.</summary>
    public IEnumerable<AttackEdge> Kept(int node) => _kept[node];
}
