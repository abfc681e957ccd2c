using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Drawing;

/// <summary>What a person draws, as changes: the canvas and its twin, the inventory, make the same ones.</summary>
public static class Draw
{
    /// <summary>A new component, with the controls that its kind begins with.</summary>
    public static ImmutableArray<Change> Add(Component component, TimeProvider clock) =>
        [Change.Add(component), .. StartingControls.For(component, clock).Select(Change.Add)];

    /// <summary>A new boundary, with the controls that its kind begins with.</summary>
    public static ImmutableArray<Change> Add(Boundary boundary, TimeProvider clock) =>
        [Change.Add(boundary), .. StartingControls.For(boundary, clock).Select(Change.Add)];

    /// <summary>A new flow, with the controls that flows begin with.</summary>
    public static ImmutableArray<Change> Add(Flow flow, TimeProvider clock) =>
        [Change.Add(flow), .. StartingControls.For(flow, clock).Select(Change.Add)];

    /// <summary>A new name for a component, flow, boundary, asset, actor or threat; nothing where the name stays.</summary>
    /// <param name="seen">The name that the author saw; null for the one of the content. With it, what is gone is renamed all the same: the door says that it was removed.</param>
    public static ImmutableArray<Change> Rename(ModelContent content, EntityRef element, string name, string? seen = null) => (content.Find(element) ?? Gone(element, seen)) switch
    {
        Component c => Of(c with { Name = seen ?? c.Name }, c with { Name = name }),
        Boundary b => Of(b with { Name = seen ?? b.Name }, b with { Name = name }),
        Flow f => Of(f with { Name = seen ?? f.Name }, f with { Name = name }),
        Asset a => Of(a with { Name = seen ?? a.Name }, a with { Name = name }),
        Actor a => Of(a with { Name = seen ?? a.Name }, a with { Name = name }),
        Diagram d => Of(d with { Name = seen ?? d.Name }, d with { Name = name }),
        Threat t => Of(t with { Title = seen ?? t.Title }, t with { Title = name }),
        Mitigation m => Of(m with { Title = seen ?? m.Title }, m with { Title = name }),
        _ => [],
    };

    /// <summary>Puts an element into a boundary on the axis of that boundary; nothing where it lies there already.</summary>
    public static ImmutableArray<Change> PutInto(ModelContent content, EntityRef element, Boundary boundary) =>
        (content.Find(element), boundary.Kind) switch
        {
            (Component c, BoundaryKind.Node) => Of(c, c with { Nodes = [boundary.Id] }),
            (Boundary b, BoundaryKind.Node) => Of(b, b with { Nodes = [boundary.Id] }),
            (Component c, var kind) when kind.Axis() is BoundaryAxis.Zone => Of(c, c with { Zone = boundary.Id }),
            (Boundary b, var kind) when kind.Axis() is BoundaryAxis.Zone => Of(b, b with { Zone = boundary.Id }),
            (Component c, _) => Of(c, c with { Tenancy = boundary.Id }),
            (Boundary b, _) => Of(b, b with { Tenancy = boundary.Id }),
            _ => [],
        };

    /// <summary>Takes an element out of every boundary on one axis.</summary>
    public static ImmutableArray<Change> TakeOut(ModelContent content, EntityRef element, BoundaryAxis axis) =>
        (content.Find(element), axis) switch
        {
            (Component c, BoundaryAxis.Tenancy) => Of(c, c with { Tenancy = null }),
            (Component c, BoundaryAxis.Zone) => Of(c, c with { Zone = null }),
            (Component c, _) => Of(c, c with { Nodes = [] }),
            (Boundary b, BoundaryAxis.Tenancy) => Of(b, b with { Tenancy = null }),
            (Boundary b, BoundaryAxis.Zone) => Of(b, b with { Zone = null }),
            (Boundary b, _) => Of(b, b with { Nodes = [] }),
            _ => [],
        };

    /// <summary>The removal of these elements; the door adds what goes with them.</summary>
    public static ImmutableArray<Change> Remove(ModelContent content, IEnumerable<EntityRef> elements) =>
        [.. elements.Distinct().SelectMany(element => Removal(content, element))];

    private static ImmutableArray<Change> Removal(ModelContent content, EntityRef element) =>
        EntityKinds.Named(element.Kind) is { } shape ? shape.Accept(new Remover(content, element.Id)) : [];

    private static ImmutableArray<Change> Of<T>(T before, T after)
        where T : class, IEntity<T> => before.Equals(after) ? [] : [Change.Of(before, after)];

    private static IEntity? Gone(EntityRef element, string? seen) =>
        seen is not null && EntityKinds.Named(element.Kind) is { } shape ? shape.Accept(new Blank(element.Id)) : null;

    private sealed class Blank(Guid id) : IShapeVisitor<IEntity>
    {
        public IEntity Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => shape.Create(id);
    }

    private sealed class Remover(ModelContent content, Guid id) : IShapeVisitor<ImmutableArray<Change>>
    {
        public ImmutableArray<Change> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => content.Find<T>(id) is { } entity ? [Change.Remove(entity)] : [];
    }
}
