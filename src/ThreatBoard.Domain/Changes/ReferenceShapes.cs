using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The usual kinds of reference, in words: belongs to, may name, names some.</summary>
public static class ReferenceShapes
{
    /// <summary>The entity goes when its target goes.</summary>
    public static Shape<T> BelongsTo<T, TTarget>(this Shape<T> shape, string field, Func<T, Id<TTarget>> get, Func<T, Id<TTarget>, T> with)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget> =>
        shape.Refers(new(field, e => [EntityRef.To(get(e))], (e, map) => with(e, new(map(get(e).Value))), (_, _, _) => null));

    /// <summary>As <see cref="BelongsTo{T,TTarget}"/>, where the target may be of several kinds.</summary>
    public static Shape<T> BelongsToAny<T>(this Shape<T> shape, string field, Func<T, EntityRef> get, Func<T, EntityRef, T> with)
        where T : class, IEntity<T> =>
        shape.Refers(new(field, e => Real(get(e)), (e, map) => with(e, Mapped(get(e), map)), (_, _, _) => null));

    /// <summary>The reference is cleared when its target goes.</summary>
    public static Shape<T> MayName<T, TTarget>(this Shape<T> shape, string field, Func<T, Id<TTarget>?> get, Func<T, Id<TTarget>?, T> with)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget> =>
        shape.Refers(new(
            field,
            e => get(e) is { } id ? [EntityRef.To(id)] : [],
            (e, map) => get(e) is { } id ? with(e, new Id<TTarget>(map(id.Value))) : e,
            (e, _, _) => with(e, null)));

    /// <summary>The target leaves the set when it goes.</summary>
    public static Shape<T> NamesSome<T, TTarget>(this Shape<T> shape, string field, Func<T, ValueSet<Id<TTarget>>> get, Func<T, ValueSet<Id<TTarget>>, T> with)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget> =>
        shape.Refers(new(
            field,
            e => get(e).Select(EntityRef.To),
            (e, map) => with(e, get(e).Map(id => new Id<TTarget>(map(id.Value)))),
            (e, gone, _) => with(e, get(e).Without(new Id<TTarget>(gone.Id)))));

    /// <summary>When the boundary around it goes, the entity moves up to that boundary's own parent.</summary>
    public static Shape<T> LiesIn<T>(
        this Shape<T> shape, string field, Func<T, Id<Boundary>?> get, Func<T, Id<Boundary>?, T> with, Func<Boundary, Id<Boundary>?> parent)
        where T : class, IEntity<T> =>
        shape.Refers(new(
            field,
            e => get(e) is { } id ? [EntityRef.To(id)] : [],
            (e, map) => get(e) is { } id ? with(e, new Id<Boundary>(map(id.Value))) : e,
            (e, gone, before) => with(e, before.Find<Boundary>(gone.Id) is { } boundary ? parent(boundary) : null)));

    /// <summary>The origins of an entity lose the source that goes; what it derived stays, as if it had been drawn.</summary>
    public static Shape<T> ComesFrom<T>(this Shape<T> shape, Func<T, ValueSet<Origin>> get, Func<T, ValueSet<Origin>, T> with)
        where T : class, IEntity<T> =>
        shape
            .Merging("origins", get, with, Setter.Importer, Limits.OfMembers)
            .Refers(new(
                "origins",
                e => get(e).Select(o => EntityRef.To(o.Source)),
                (e, map) => with(e, get(e).Map(o => o with { Source = new(map(o.Source.Value)) })),
                (e, gone, _) => with(e, get(e).Where(o => o.Source.Value != gone.Id).ToValueSet())));

    private static IEnumerable<EntityRef> Real(EntityRef reference) => reference == EntityRef.WholeModel ? [] : [reference];

    private static EntityRef Mapped(EntityRef reference, Func<Guid, Guid> map) =>
        reference == EntityRef.WholeModel ? reference : reference with { Id = map(reference.Id) };
}
