using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>What happened to an entity.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One entity of some kind before and after.</summary>
public abstract record Change
{
    public abstract Shape Shape { get; }

    public abstract EntityRef Entity { get; }

    public abstract ChangeKind Kind { get; }

    /// <summary>The entity's name after the change, or before it where it is gone.</summary>
    public abstract string Title { get; }

    public abstract Change Inverse();

    public abstract void Accept(IChangeVisitor visitor);

    public abstract TResult Accept<TResult>(IChangeVisitor<TResult> visitor);

    /// <summary>Every field that differs; for an entity added or removed, every field that is not at its default.</summary>
    public abstract IReadOnlyList<FieldChange> Fields();

    public static Change<T> Add<T>(T after)
        where T : class, IEntity<T> => new(null, after);

    public static Change<T> Remove<T>(T before)
        where T : class, IEntity<T> => new(before, null);

    public static Change<T> Of<T>(T before, T after)
        where T : class, IEntity<T> => new(before, after);
}

/// <summary>One entity before and after. No before: it was added. No after: it was removed.</summary>
public sealed record Change<T>(T? Before, T? After) : Change
    where T : class, IEntity<T>
{
    public override Shape Shape => ShapeOf<T>.Value;

    public override EntityRef Entity => EntityRef.To(After ?? Before!);

    public override ChangeKind Kind => Before is null ? ChangeKind.Added : After is null ? ChangeKind.Removed : ChangeKind.Changed;

    public override string Title => ShapeOf<T>.Value.Title(After ?? Before!);

    public override Change Inverse() => new Change<T>(After, Before);

    public override void Accept(IChangeVisitor visitor) => visitor.Visit(this);

    public override TResult Accept<TResult>(IChangeVisitor<TResult> visitor) => visitor.Visit(this);

    public override IReadOnlyList<FieldChange> Fields()
    {
        var shape = ShapeOf<T>.Value;
        var blank = shape.Create(Entity.Id);
        var (before, after) = (Before ?? blank, After ?? blank);
        return [.. from field in shape.Fields
                   where !field.AreEqual(before, after)
                   select new FieldChange(field.Name, field.ValueOf(before), field.ValueOf(after))];
    }
}

/// <summary>One field's values before and after.</summary>
public sealed record FieldChange(string Field, object? Before, object? After);

/// <summary>Does something with each change of a mixed list, with its type at hand.</summary>
public interface IChangeVisitor
{
    void Visit<T>(Change<T> change)
        where T : class, IEntity<T>;
}

/// <summary>Computes something from each change of a mixed list, with its type at hand.</summary>
public interface IChangeVisitor<out TResult>
{
    TResult Visit<T>(Change<T> change)
        where T : class, IEntity<T>;
}
