namespace ThreatBoard.Domain.Modeling;

/// <summary>Names an entity of any kind: the name of its shape (<c>component</c>, <c>flow</c>, …) and its id.</summary>
public readonly record struct EntityRef(string Kind, Guid Id) : IComparable<EntityRef>
{
    /// <summary>The model as a whole, where a threat or a comment concerns no single element.</summary>
    public static EntityRef WholeModel { get; } = new("model", Guid.Empty);

    public static EntityRef To<T>(T entity)
        where T : class, IEntity<T> => new(Changes.ShapeOf<T>.Name, entity.Key);

    public static EntityRef To<T>(Id<T> id)
        where T : class, IEntity<T> => new(Changes.ShapeOf<T>.Name, id.Value);

    public bool Is<T>()
        where T : class, IEntity<T> => Kind == Changes.ShapeOf<T>.Name;

    /// <summary>Reads <c>kind:guid</c> as written by <see cref="ToString"/>; false for anything else.</summary>
    public static bool TryParse(string? text, out EntityRef reference)
    {
        reference = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || !Guid.TryParse(text.AsSpan(colon + 1), out var id)) return false;
        reference = new(text![..colon], id);
        return true;
    }

    public int CompareTo(EntityRef other) =>
        string.CompareOrdinal(Kind, other.Kind) is var byKind and not 0 ? byKind : Id.CompareTo(other.Id);

    public override string ToString() => $"{Kind}:{Id}";
}
