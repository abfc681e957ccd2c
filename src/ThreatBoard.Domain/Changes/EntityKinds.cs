using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Every kind of entity a model consists of; the one place that names them all.</summary>
public static class EntityKinds
{
    public static ImmutableArray<Shape> All { get; } =
    [
        ShapeOf<Source>.Value,
        ShapeOf<Asset>.Value,
        ShapeOf<Boundary>.Value,
        ShapeOf<Component>.Value,
        ShapeOf<Flow>.Value,
        ShapeOf<Control>.Value,
        ShapeOf<Actor>.Value,
        ShapeOf<Threat>.Value,
        ShapeOf<Mitigation>.Value,
        ShapeOf<MitigationLink>.Value,
        ShapeOf<CoverageMark>.Value,
        ShapeOf<Diagram>.Value,
        ShapeOf<Placement>.Value,
        ShapeOf<Iteration>.Value,
        ShapeOf<Acceptance>.Value,
        ShapeOf<Approval>.Value,
        ShapeOf<ReviewPlan>.Value,
        ShapeOf<KnownRules>.Value,
        ShapeOf<Comment>.Value,
    ];

    public static Shape? Named(string kind) => All.FirstOrDefault(shape => shape.Name == kind);
}
