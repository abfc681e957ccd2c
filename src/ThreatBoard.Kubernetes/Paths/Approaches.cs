using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Everything from which an asset is reached, nearest first, with the shortest way from each.</summary>
public sealed class Approaches
{
    private readonly AttackGraph _graph;
    private readonly Search _search;

    internal Approaches(AttackGraph graph, AttackNode asset)
    {
        (_graph, Asset) = (graph, asset);
        _search = Search.Run(graph, [asset.Index], isBackward: true);
        From = [.. _search.Order.Select(index => graph.Nodes[index]).Where(node => node.Kind != NodeKind.Junction && node != asset).Select(node => new Gain(node, _search.StepsTo(node.Index)))];
    }

    public AttackNode Asset { get; }

    /// <summary>Who can reach it, nearest first.</summary>
    public ImmutableArray<Gain> From { get; }

    public bool IsReachedFrom(AttackNode start) => _graph.StartsOf(start).Any(_search.Reaches);

    /// <summary>A shortest way from a start; null: there is none.</summary>
    public AttackPath? PathFrom(AttackNode start)
    {
        var nearest = _graph.StartsOf(start).MinBy(_search.StepsTo);
        return _search.Reaches(nearest) ? PathWords.Of(_graph, start, Asset, _search.WayTo(nearest)) : null;
    }
}
