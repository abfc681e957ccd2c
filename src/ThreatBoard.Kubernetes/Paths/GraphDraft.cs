using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Nodes and edges of an attack graph while it is made, bounded; what is not known yet is made when it is first named.</summary>
internal sealed class GraphDraft(Cluster cluster)
{
    /// <summary>Edges in all; more than a real cluster of this size has.</summary>
    private const int MostEdges = 1_200_000;

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    public Cluster Cluster { get; } = cluster;

    public List<AttackNode> Nodes { get; } = [];

    public List<AttackEdge> Edges { get; } = [];

    /// <summary>There were more edges than are kept, and the rest was left out.</summary>
    public bool IsFull => Edges.Count >= MostEdges;

    /// <summary>What is left is kept for what namespaces, the cluster and its administrators hold, so that policies without end do not hide that.</summary>
    public bool IsFullOfNetwork => Edges.Count >= MostEdges / 3 * 2;

    public bool Knows(string key) => _byKey.ContainsKey(key);

    /// <summary>The number of the node with this key, made when there is none.</summary>
    public int Node(NodeKind kind, string key, string name, string @namespace = "") =>
        _byKey.TryGetValue(key, out var index) ? index : Add(new(Nodes.Count, kind, key, name, @namespace));

    public int Add(AttackNode node)
    {
        if (_byKey.TryGetValue(node.Key, out var index)) return index;
        Nodes.Add(node with { Index = Nodes.Count });
        return _byKey[node.Key] = Nodes.Count - 1;
    }

    public void Step(int from, int to, EdgeReason reason)
    {
        if (from != to && !IsFull) Edges.Add(new(from, to, reason));
    }

    /// <summary>Whoever has the first has the second without doing anything.</summary>
    public void Same(int from, int to)
    {
        if (from != to && !IsFull) Edges.Add(new(from, to, null));
    }

    public static EdgeReason Reason(string code, string because, params IEnumerable<Evidence> evidence) => new(code, because, evidence.ToValueList());
}
