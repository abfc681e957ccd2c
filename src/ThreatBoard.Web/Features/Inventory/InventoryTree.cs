using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>A boundary or a component in the tree of the inventory, with what lies directly in it.</summary>
/// <param name="Word">Its kind in words, such as <c>namespace</c> or <c>data store</c>.</param>
public sealed record InventoryNode(EntityRef Element, string Title, string Word, ImmutableArray<InventoryNode> Children)
{
    /// <summary>Components at any depth.</summary>
    public int ComponentCount => Children.Sum(child => child.Element.Is<Component>() ? 1 : child.ComponentCount);
}

/// <summary>The boundaries of a model as a tree, grouped by who owns them or by where they run; the same nesting as on the diagram.</summary>
public static class InventoryTree
{
    public static ImmutableArray<InventoryNode> Of(ModelGraph graph, Grouping grouping)
    {
        var parents = Parents(graph, grouping);
        var members = parents.ToLookup(pair => pair.Value, pair => pair.Key);
        return Under(graph, members, parent: null);
    }

    private static ImmutableArray<InventoryNode> Under(ModelGraph graph, ILookup<Guid?, EntityRef> members, Guid? parent) =>
    [
        .. members[parent]
            .Select(element => Node(graph, members, element))
            .OrderBy(node => node.Element.Is<Component>())
            .ThenBy(node => node.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(node => node.Element),
    ];

    private static InventoryNode Node(ModelGraph graph, ILookup<Guid?, EntityRef> members, EntityRef element) =>
        new(element, graph.Content.TitleOf(element)!, KindWords.Of(graph.Content.Find(element)!), element.Is<Boundary>() ? Under(graph, members, element.Id) : []);

    private static Dictionary<EntityRef, Guid?> Parents(ModelGraph graph, Grouping grouping)
    {
        var parents = new Dictionary<EntityRef, Guid?>();
        foreach (var b in graph.Boundaries) parents[EntityRef.To(b)] = Parent(b.Tenancy, b.Zone, b.Nodes, grouping);
        foreach (var c in graph.Components) parents[EntityRef.To(c)] = Parent(c.Tenancy, c.Zone, c.Nodes, grouping);
        return parents;
    }

    /// <summary>A workload on several nodes stands outside them when grouped by compute: it lies wholly in none.</summary>
    private static Guid? Parent(Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes, Grouping grouping) =>
        grouping is Grouping.Compute && nodes.Count == 1 ? nodes.First().Value : (tenancy ?? zone)?.Value;
}
