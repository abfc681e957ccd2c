using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>A place on a diagram in model units, each from −1,000,000 to 1,000,000; the centre of the element.</summary>
public sealed record Point(double X, double Y)
{
    private const double Edge = 1_000_000;

    public static string? Problem(Point point) =>
        Math.Abs(point.X) <= Edge && Math.Abs(point.Y) <= Edge ? null : "That place is too far away: move the element nearer.";
}

/// <summary>Where a component, an actor or an empty boundary stands on one diagram.</summary>
public sealed record Placement : IEntity<Placement>
{
    private static readonly Point s_middle = new(0, 0);

    public required Id<Placement> Id { get; init; }

    public Id<Diagram> Diagram { get; init; }

    public EntityRef Element { get; init; }

    public Point At { get; init; } = s_middle;

    /// <summary>The boundary is drawn as one box with counts, its members hidden.</summary>
    public bool Collapsed { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Placement> Shape { get; } = new Shape<Placement>("placement", id => new() { Id = new(id) }, ModelPart.Layout)
        .Titled(_ => "placement")
        .Field("diagram", p => p.Diagram, (p, v) => p with { Diagram = v })
        .BelongsTo("diagram", p => p.Diagram, (p, v) => p with { Diagram = v })
        .Field("element", p => p.Element, (p, v) => p with { Element = v })
        .BelongsToAny("element", p => p.Element, (p, v) => p with { Element = v })
        .Unique("element", p => (p.Diagram, p.Element), "The element already stands on this diagram: move it instead.")
        .Field("at", p => p.At, (p, v) => p with { At = v }, check: Point.Problem)
        .Field("collapsed", p => p.Collapsed, (p, v) => p with { Collapsed = v });
}
