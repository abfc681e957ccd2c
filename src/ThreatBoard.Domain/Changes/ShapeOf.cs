using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The shape of a kind, reached from a type parameter; static abstract members cannot stand in expression trees.</summary>
public static class ShapeOf<T>
    where T : class, IEntity<T>
{
    public static Shape<T> Value => T.Shape;

    public static string Name => T.Shape.Name;
}
