using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>What the entity of a change names once the change has happened.</summary>
public static class ReferenceTargets
{
    public static IReadOnlyList<EntityRef> Of(Change change) => change.Accept(new Targets());

    private sealed class Targets : IChangeVisitor<IReadOnlyList<EntityRef>>
    {
        public IReadOnlyList<EntityRef> Visit<T>(Change<T> change)
            where T : class, IEntity<T> =>
            change.After is { } after ? [.. ShapeOf<T>.Value.References.SelectMany(reference => reference.Targets(after))] : [];
    }
}
