namespace ThreatBoard.Domain.Modeling;

/// <summary>What a threat is about: a component, flow, boundary, asset or the whole model.</summary>
/// <param name="Ref">The element; it keeps its id when the element is gone.</param>
/// <param name="IsGone">The element was removed, and the threat kept for what people decided.</param>
/// <param name="Was">The name that a gone element had.</param>
public sealed record ThreatSubject(EntityRef Ref, bool IsGone, string Was)
{
    // For the database's reader, which binds no value object to a constructor's parameter.
    private ThreatSubject()
        : this(EntityRef.WholeModel, IsGone: false, "")
    {
    }

    public static ThreatSubject WholeModel { get; } = new(EntityRef.WholeModel, IsGone: false, "");

    internal IEnumerable<EntityRef> Target => IsGone || Ref == EntityRef.WholeModel ? [] : [Ref];

    public static ThreatSubject Of(EntityRef element) => new(element, IsGone: false, "");

    public static ThreatSubject Of<T>(T entity)
        where T : class, IEntity<T> => Of(EntityRef.To(entity));

    internal ThreatSubject Mapped(Func<Guid, Guid> map) =>
        Ref == EntityRef.WholeModel ? this : this with { Ref = Ref with { Id = map(Ref.Id) } };
}
