using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The part of a model an entity belongs to: the content hash covers <see cref="Content"/> alone.</summary>
public enum ModelPart
{
    Content,
    Layout,
    Record,
}

/// <summary>What an entity kind says about itself: its stored name, its fields, and what it refers to.</summary>
public abstract class Shape(string name, ModelPart part)
{
    /// <summary>The kind's name in stored JSON, in addresses and in <see cref="EntityRef"/>.</summary>
    public string Name { get; } = name;

    public ModelPart Part { get; } = part;

    public abstract Type EntityType { get; }

    /// <summary>Who may add and remove such an entity by itself.</summary>
    public abstract Setter Maker { get; }

    public abstract void Accept(IShapeVisitor visitor);

    public abstract TResult Accept<TResult>(IShapeVisitor<TResult> visitor);
}

/// <summary>Does something once for a kind of entity, with its type at hand.</summary>
public interface IShapeVisitor
{
    void Visit<T>(Shape<T> shape)
        where T : class, IEntity<T>;
}

/// <summary>Computes something for a kind of entity, with its type at hand.</summary>
public interface IShapeVisitor<out TResult>
{
    TResult Visit<T>(Shape<T> shape)
        where T : class, IEntity<T>;
}
