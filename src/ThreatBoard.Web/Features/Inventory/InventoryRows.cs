using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>One element as a line of text cells; <see cref="InventoryRows.Heads"/> names them.</summary>
public sealed record InventoryRow(EntityRef Element, string Title, ImmutableArray<string> Cells, bool MayMove = false);

/// <summary>The elements of a kind as the inventory's tables show them, by title.</summary>
public static class InventoryRows
{
    public static ImmutableArray<string> Heads(string kind) => kind switch
    {
        "flow" => ["Flow", "Protocol", "Port", "Encryption", "Authentication", "Crosses"],
        "boundary" => ["Boundary", "Kind", "Lies in", "Components", "Tags"],
        "asset" => ["Asset", "Classification", "Kept by", "Carried by", "Tags"],
        "actor" => ["Actor", "Kind", "Starts at"],
        _ => ["Component", "Kind", "Technology", "Lies in", "Flows", "Tags"],
    };

    public static IReadOnlyList<InventoryRow> Of(ModelGraph graph, string kind) =>
    [
        .. (kind switch
        {
            "flow" => graph.Flows.Select(flow => Of(graph, flow)),
            "boundary" => graph.Boundaries.Select(boundary => Of(graph, boundary)),
            "asset" => graph.Content.All<Asset>().Select(asset => Of(graph, asset)),
            "actor" => graph.Content.All<Actor>().Select(actor => Of(graph, actor)),
            _ => graph.Components.Select(component => Of(graph, component)),
        }).OrderBy(row => row.Title, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Element),
    ];

    private static InventoryRow Of(ModelGraph graph, Component c) => new(
        EntityRef.To(c), c.Name,
        [KindWords.Of(c), c.Technology, LiesIn(graph, c.Tenancy, c.Zone, c.Nodes), Count(graph.FlowsFrom(c.Id).Count() + graph.FlowsTo(c.Id).Count()), c.Tags.ToString()],
        MayMove: true);

    private static InventoryRow Of(ModelGraph graph, Flow f) => new(
        EntityRef.To(f), graph.Content.NameOf(f),
        [
            f.Protocol, f.Port?.ToString(CultureInfo.InvariantCulture) ?? "", NameWords.Of(f.Transport.Encryption), NameWords.Of(f.Transport.Authentication),
            string.Join(", ", graph.Crossings(f).Boundaries.Select(b => b.Name)),
        ]);

    private static InventoryRow Of(ModelGraph graph, Boundary b) => new(
        EntityRef.To(b), b.Name,
        [
            KindWords.Of(b.Kind), LiesIn(graph, b.Tenancy, b.Zone, b.Nodes),
            Count(graph.Components.Count(c => graph.Containment.Of(c, b.Id) is not Lies.Outside)), b.Tags.ToString(),
        ],
        MayMove: true);

    private static InventoryRow Of(ModelGraph graph, Asset a) => new(
        EntityRef.To(a), a.Name,
        [
            NameWords.Of(a.Classification), Names(graph.Components.Where(c => c.Stores.Contains(a.Id)).Select(c => c.Name)),
            Names(graph.Flows.Where(f => f.Carries.Contains(a.Id)).Select(graph.Content.NameOf)), a.Tags.ToString(),
        ]);

    private static InventoryRow Of(ModelGraph graph, Actor a) => new(
        EntityRef.To(a), a.Name, [KindWords.Of(a.Kind), graph.Content.Find(a.StartsAt)?.Name ?? "no place yet"]);

    private static string LiesIn(ModelGraph graph, Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes) =>
        Names(new[] { graph.Content.Find(tenancy)?.Name, graph.Content.Find(zone)?.Name }
            .Concat(nodes.Select(node => graph.Content.Find<Boundary>(node.Value)?.Name)).OfType<string>());

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string Count(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
