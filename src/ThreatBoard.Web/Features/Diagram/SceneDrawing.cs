using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Turns one content into a picture: which boundary each thing is drawn in, what a line and a badge say.</summary>
internal sealed class SceneDrawing(ModelContent content, IReadOnlyDictionary<Guid, SceneBadge> badges, Grouping grouping)
{
    private readonly ModelGraph _graph = ModelGraph.Of(content);

    public DiagramScene Draw(string name, long sequence)
    {
        var boundaries = Boundaries();
        var drawn = boundaries.Select(boundary => boundary.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            sequence,
            name,
            SceneWords.Of(grouping),
            boundaries,
            [.. _graph.Components.Select(Of)],
            [.. content.All<Actor>().OrderBy(actor => actor.Id).Select(Of)],
            [.. _graph.Flows.Select(flow => Of(flow, drawn))],
            Places());
    }

    /// <summary>A workload on several nodes stands outside them when grouped by compute: it lies wholly in none.</summary>
    public static Id<Boundary>? Parent(Id<Boundary>? tenancy, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes, Grouping grouping) =>
        grouping is Grouping.Compute && nodes.Count == 1 ? nodes.First() : tenancy ?? zone;

    private ImmutableArray<SceneBoundary> Boundaries()
    {
        var all = _graph.Boundaries.Select(Of);
        if (grouping is Grouping.Tenancy) return [.. all];
        // Grouped by compute, a namespace whose pods all stand on nodes would be an empty frame.
        var parents = _graph.Boundaries.Select(b => Parent(b.Tenancy, b.Zone, b.Nodes, grouping))
            .Concat(_graph.Components.Select(c => Parent(c.Tenancy, c.Zone, c.Nodes, grouping)))
            .Select(parent => parent?.ToString()).ToHashSet();
        return [.. all.Where(boundary => boundary.Kind != "namespace" || parents.Contains(boundary.Id))];
    }

    private SceneBoundary Of(Boundary boundary) => new(
        boundary.Id.ToString(),
        boundary.Name,
        SceneWords.Of(boundary.Kind),
        Words(boundary),
        Parent(boundary.Tenancy, boundary.Zone, boundary.Nodes, grouping)?.ToString(),
        boundary.Origins.Count > 0,
        Badge(boundary.Id.Value));

    private string? Words(Boundary boundary)
    {
        if (boundary.Kind.Axis() is BoundaryAxis.Zone) return boundary.Kind is BoundaryKind.Custom ? null : boundary.Kind.ToString().ToLowerInvariant();
        return (grouping, boundary.Nodes.Count) switch
        {
            (Grouping.Tenancy, 1) when content.Find<Boundary>(boundary.Nodes.First().Value) is { } node => $"{SceneWords.Of(boundary.Kind)} on {node.Name}",
            (_, > 1) => string.Create(CultureInfo.InvariantCulture, $"{SceneWords.Of(boundary.Kind)} on {boundary.Nodes.Count} nodes"),
            _ => null,
        };
    }

    private SceneComponent Of(Component component) => new(
        component.Id.ToString(),
        component.Name,
        SceneWords.Of(component.Kind),
        component.Technology.Length > 0 ? component.Technology : null,
        Parent(component.Tenancy, component.Zone, component.Nodes, grouping)?.ToString(),
        component.IsContainer,
        component.Origins.Count > 0,
        Badge(component.Id.Value));

    private SceneActor Of(Actor actor)
    {
        var start = content.Find(actor.StartsAt);
        return new(
            actor.Id.ToString(),
            actor.Name,
            start is null ? null : Parent(start.Tenancy, start.Zone, start.Nodes, grouping)?.ToString(),
            actor.StartsAt?.ToString());
    }

    private SceneFlow Of(Flow flow, HashSet<string> drawn) => new(
        flow.Id.ToString(),
        flow.Label,
        flow.Ends.From.ToString(),
        flow.Ends.To.ToString(),
        WireLabel(flow),
        SceneWords.Of(flow.Transport.Encryption),
        [.. _graph.Crossings(flow).Boundaries.Select(boundary => boundary.Id.ToString()).Where(drawn.Contains)],
        flow.Origins.Count > 0,
        Badge(flow.Id.Value));

    private static string WireLabel(Flow flow) => (flow with { Name = "" }).Label is var label && label == "flow" ? "" : label;

    private ImmutableArray<ScenePlace> Places()
    {
        if (DiagramEdits.DiagramOf(content, grouping) is not { } diagram) return [];
        return [.. content.All<Placement>().Where(place => place.Diagram == diagram.Id).OrderBy(place => place.Element)
            .Select(place => new ScenePlace(place.Element.Id.ToString(), Whole(place.At.X), Whole(place.At.Y)))];
    }

    private static int Whole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    private SceneBadge? Badge(Guid element) => badges.GetValueOrDefault(element);
}
