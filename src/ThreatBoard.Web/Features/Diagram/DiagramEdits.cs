using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Drawing;
using ThreatBoard.Domain.Modeling;
using Drawing = ThreatBoard.Domain.Modeling.Diagram;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What a gesture on the canvas means, as changes.</summary>
public static class DiagramEdits
{
    /// <summary>The drawing whose positions belong to this grouping: each has its own.</summary>
    public static Drawing? DiagramOf(ModelContent content, Grouping grouping) =>
        content.All<Drawing>().Where(diagram => diagram.Grouping == grouping).MinBy(diagram => diagram.Id);

    /// <summary>Saves places; ids that name nothing that is drawn are left out, since it may be gone by now.</summary>
    public static ImmutableArray<Change> Place(ModelContent content, Grouping grouping, IEnumerable<ScenePlace> places, TimeProvider clock)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var diagram = DiagramOf(content, grouping);
        if (diagram is null) changes.Add(Change.Add(diagram = new Drawing { Id = Id<Drawing>.New(clock), Name = grouping.ToString(), Grouping = grouping }));
        var known = content.All<Placement>().Where(p => p.Diagram == diagram.Id).ToDictionary(p => p.Element);
        foreach (var place in places)
        {
            if (Drawn(content, place.Id) is not { } element) continue;
            var at = new Point(place.X, place.Y);
            if (!known.TryGetValue(element, out var old)) changes.Add(Change.Add(new Placement { Id = Id<Placement>.New(clock), Diagram = diagram.Id, Element = element, At = at }));
            else if (old.At != at) changes.Add(Change.Of(old, old with { At = at }));
        }

        return changes.ToImmutable();
    }

    /// <summary>A new element of this kind (<c>process</c>, <c>store</c>, <c>external</c>, <c>actor</c> or a kind of boundary), in a boundary where it may lie there.</summary>
    /// <returns>Nothing for a kind that does not exist.</returns>
    public static (EntityRef Element, ImmutableArray<Change> Changes)? Add(ModelContent content, string kind, Boundary? into, TimeProvider clock) => kind switch
    {
        "process" => Added(content, ComponentKind.Process, "New process", into, clock),
        "store" => Added(content, ComponentKind.DataStore, "New data store", into, clock),
        "external" => Added(content, ComponentKind.ExternalEntity, "New external entity", into, clock),
        "actor" => AddedActor(content, clock),
        "zone" => Added(content, BoundaryKind.Custom, into, clock),
        _ when !int.TryParse(kind, out _) && Enum.TryParse<BoundaryKind>(kind, ignoreCase: true, out var boundary) => Added(content, boundary, into, clock),
        _ => null,
    };

    /// <summary>A flow between two components; from a threat actor, the place where it starts. Nothing where an end is gone.</summary>
    public static ImmutableArray<Change> Connect(ModelContent content, Guid from, Guid to, TimeProvider clock)
    {
        if (content.Find<Component>(to) is not { } target) return [];
        if (content.Find<Actor>(from) is { } actor) return actor.StartsAt == target.Id ? [] : [Change.Of(actor, actor with { StartsAt = target.Id })];
        return content.Find<Component>(from) is { } source ? Draw.Add(new Flow { Id = Id<Flow>.New(clock), Ends = new(source.Id, target.Id) }, clock) : [];
    }

    /// <summary>Into a boundary, or out of the one that it is drawn in.</summary>
    public static ImmutableArray<Change> Move(ModelContent content, Grouping grouping, EntityRef element, Boundary? into)
    {
        if (into is not null) return Draw.PutInto(content, element, into);
        var axis = content.Find(element) switch
        {
            Component c => AxisOf(content, SceneDrawing.Parent(c.Tenancy, c.Zone, c.Nodes, grouping)),
            Boundary b => AxisOf(content, SceneDrawing.Parent(b.Tenancy, b.Zone, b.Nodes, grouping)),
            _ => null,
        };
        return axis is { } leaving ? Draw.TakeOut(content, element, leaving) : [];
    }

    private static BoundaryAxis? AxisOf(ModelContent content, Id<Boundary>? parent) => content.Find(parent)?.Kind.Axis();

    private static (EntityRef, ImmutableArray<Change>) Added(ModelContent content, ComponentKind kind, string name, Boundary? into, TimeProvider clock)
    {
        var component = new Component { Id = Id<Component>.New(clock), Kind = kind, Name = Free(name, content.All<Component>().Select(c => c.Name)) };
        component = into?.Kind.Axis() switch
        {
            BoundaryAxis.Tenancy => component with { Tenancy = into.Id },
            BoundaryAxis.Compute => component with { Nodes = [into.Id] },
            BoundaryAxis.Zone => component with { Zone = into.Id },
            _ => component,
        };
        return (EntityRef.To(component), Draw.Add(component, clock));
    }

    private static (EntityRef, ImmutableArray<Change>) Added(ModelContent content, BoundaryKind kind, Boundary? into, TimeProvider clock)
    {
        var name = kind is BoundaryKind.Custom ? "New zone" : $"New {kind.ToString().ToLowerInvariant()}";
        var boundary = new Boundary { Id = Id<Boundary>.New(clock), Kind = kind, Name = Free(name, content.All<Boundary>().Select(b => b.Name)) };
        if (into?.Kind.Axis() is BoundaryAxis.Zone) boundary = boundary with { Zone = into.Id };
        else if (into is not null && kind.MayLieIn(into.Kind)) boundary = boundary with { Tenancy = into.Id };
        else if (into?.Kind is BoundaryKind.Node && kind is BoundaryKind.Pod) boundary = boundary with { Nodes = [into.Id] };
        return (EntityRef.To(boundary), Draw.Add(boundary, clock));
    }

    private static (EntityRef, ImmutableArray<Change>) AddedActor(ModelContent content, TimeProvider clock)
    {
        var actor = new Actor { Id = Id<Actor>.New(clock), Kind = ActorKind.Other, Name = Free("New threat actor", content.All<Actor>().Select(a => a.Name)) };
        return (EntityRef.To(actor), [Change.Add(actor)]);
    }

    private static string Free(string name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.Ordinal);
        return names.Contains(name) ? Enumerable.Range(2, names.Count + 1).Select(n => $"{name} {n}").First(free => !names.Contains(free)) : name;
    }

    private static EntityRef? Drawn(ModelContent content, string id)
    {
        if (!Guid.TryParse(id, out var guid)) return null;
        if (content.Find<Component>(guid) is { } component) return EntityRef.To(component);
        if (content.Find<Actor>(guid) is { } actor) return EntityRef.To(actor);
        return content.Find<Boundary>(guid) is { } boundary ? EntityRef.To(boundary) : null;
    }
}
