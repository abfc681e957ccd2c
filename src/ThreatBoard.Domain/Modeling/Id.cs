using System.Text.Json.Serialization;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The identity of one entity, a UUID of version 7 made by the application, so that it tells when it was made.</summary>
[JsonConverter(typeof(ModelingJsonConverters))]
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>
    where T : class, IEntity
{
    public static Id<T> New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
