namespace ThreatBoard.Domain.Modeling;

/// <summary>Where a derived entity comes from: a source, and the key that its readings give the entity, such as <c>apps/Deployment/shop/frontend</c>.</summary>
/// <remarks>A boundary that two repositories share has an origin in each; it goes only when the last of them lets it go.</remarks>
public readonly record struct Origin(Id<Source> Source, string Key) : IComparable<Origin>
{
    public int CompareTo(Origin other) =>
        Source.CompareTo(other.Source) is var bySource and not 0 ? bySource : string.CompareOrdinal(Key, other.Key);

    public override string ToString() => $"{Source}/{Key}";
}

/// <summary>An entity that a source may have derived; one without origins was drawn by hand.</summary>
public interface IDerivedEntity : IEntity
{
    ValueSet<Origin> Origins { get; }

    IDerivedEntity WithOrigins(ValueSet<Origin> origins);
}
