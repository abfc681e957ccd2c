using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>An immutable part of a model with an identity that survives every change.</summary>
public interface IEntity
{
    Guid Key { get; }
}

/// <summary>An entity that describes itself once: merge, comparison, inverse, closure and JSON fold over its shape.</summary>
public interface IEntity<TSelf> : IEntity
    where TSelf : class, IEntity<TSelf>
{
    static abstract Shape<TSelf> Shape { get; }
}
