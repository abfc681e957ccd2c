using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>A place where an entity names others, and what becomes of it when one of those goes.</summary>
/// <param name="Field">The field that holds the reference.</param>
/// <param name="Targets">What it names now.</param>
/// <param name="Remap">The same entity with every target's id replaced, for copies and for derived content.</param>
/// <param name="Without">The entity once the target is gone, or null when it goes with it. The content is the one before the removal.</param>
public sealed record Reference<T>(
    string Field,
    Func<T, IEnumerable<EntityRef>> Targets,
    Func<T, Func<Guid, Guid>, T> Remap,
    Func<T, EntityRef, ModelContent, T?> Without)
    where T : class, IEntity<T>;
