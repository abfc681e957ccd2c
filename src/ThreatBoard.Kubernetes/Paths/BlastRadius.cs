using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>What somebody gains in the end, and in how many steps at least.</summary>
public sealed record Gain(AttackNode Node, int Steps);

/// <summary>Everything that is reached from a start, nearest first, with the shortest way to each.</summary>
public sealed class BlastRadius
{
    private readonly AttackGraph _graph;
    private readonly Search _search;

    internal BlastRadius(AttackGraph graph, AttackNode start, Func<AttackEdge, bool>? takes)
    {
        (_graph, Start) = (graph, start);
        _search = Search.Run(graph, graph.StartsOf(start), takes: takes);
        Reached = [.. _search.Order.Select(index => graph.Nodes[index]).Where(node => node.Kind != NodeKind.Junction && node != start).Select(node => new Gain(node, _search.StepsTo(node.Index)))];
    }

    public AttackNode Start { get; }

    /// <summary>Nearest first; what the start is itself takes no step.</summary>
    public ImmutableArray<Gain> Reached { get; }

    /// <summary>Of it what is worth reaching.</summary>
    public IEnumerable<Gain> Assets => Reached.Where(gain => gain.Node == _graph.ApiServer || gain.Node.Kind == NodeKind.Machine || gain.Node.KeepsData);

    public bool Reaches(AttackNode node) => _search.Reaches(node.Index);

    /// <summary>How many steps it takes at least; null: it is not reached.</summary>
    public int? StepsTo(AttackNode node) => _search.Reaches(node.Index) ? _search.StepsTo(node.Index) : null;

    /// <summary>A shortest way; null: it is not reached.</summary>
    public AttackPath? PathTo(AttackNode end) => _search.Reaches(end.Index) ? PathWords.Of(_graph, Start, end, _search.WayTo(end.Index)) : null;
}
