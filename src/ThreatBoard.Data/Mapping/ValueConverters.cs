using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Mapping;

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value))
    where T : class, IEntity<T>;

internal sealed class IdSetConverter<T>() : ValueConverter<ValueSet<Id<T>>, Guid[]>(
    ids => ids.Select(id => id.Value).ToArray(), values => values.Select(value => new Id<T>(value)).ToValueSet())
    where T : class, IEntity<T>;

internal sealed class TextSetConverter() : ValueConverter<ValueSet<string>, string[]>(texts => texts.ToArray(), values => values.ToValueSet());

internal sealed class GuidSetConverter() : ValueConverter<ValueSet<Guid>, Guid[]>(ids => ids.ToArray(), values => values.ToValueSet());

/// <summary>For what no query looks into but as a whole: evidence and origins.</summary>
internal sealed class JsonTextConverter<TValue>() : ValueConverter<TValue, string>(
    value => JsonSerializer.Serialize(value, TypeInfo()), json => JsonSerializer.Deserialize(json, TypeInfo())!)
{
    private static JsonTypeInfo<TValue> TypeInfo() => (JsonTypeInfo<TValue>)ModelJson.Options.GetTypeInfo(typeof(TValue));
}

/// <summary>Sets and lists of the domain are immutable and equal by value, so that a snapshot is the value itself.</summary>
internal sealed class ByValue<T>() : ValueComparer<T>((one, other) => object.Equals(one, other), value => value!.GetHashCode(), value => value);
