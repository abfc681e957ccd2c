using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Serialization;

/// <summary>Entities as JSON objects: <c>id</c> first, then the fields in the order of their names.</summary>
public static class EntityJson
{
    /// <summary>Fields at their default are left out, so that a new field does not change old hashes.</summary>
    public static void Write<T>(Utf8JsonWriter json, T entity)
        where T : class, IEntity<T>
    {
        var blank = ShapeOf<T>.Value.Create(entity.Key);
        json.WriteStartObject();
        json.WriteString("id", entity.Key);
        foreach (var field in ShapeOf<T>.Value.Fields)
        {
            if (!field.AreEqual(blank, entity)) WriteField(json, field, entity);
        }

        json.WriteEndObject();
    }

    /// <summary>Only these fields, at their default or not.</summary>
    public static void WriteFields<T>(Utf8JsonWriter json, IEnumerable<Field<T>> fields, T entity)
        where T : class, IEntity<T>
    {
        json.WriteStartObject();
        foreach (var field in fields) WriteField(json, field, entity);
        json.WriteEndObject();
    }

    /// <exception cref="JsonException">The object has no id, or a field of the wrong type.</exception>
    public static T Read<T>(JsonElement json)
        where T : class, IEntity<T> =>
        json.TryGetProperty("id", out var id) && id.TryGetGuid(out var key)
            ? ReadFields(json, ShapeOf<T>.Value.Create(key))
            : throw new JsonException($"A {ShapeOf<T>.Name} has no id.");

    /// <summary><paramref name="entity"/> with the fields that the object holds; names that the shape does not know are an error.</summary>
    public static T ReadFields<T>(JsonElement json, T entity)
        where T : class, IEntity<T>
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.NameEquals("id")) continue;
            var field = ShapeOf<T>.Value.FieldNamed(property.Name) ?? throw new JsonException($"A {ShapeOf<T>.Name} has no field “{property.Name}”.");
            entity = field.Read(property.Value, entity);
        }

        return entity;
    }

    private static void WriteField<T>(Utf8JsonWriter json, Field<T> field, T entity)
        where T : class, IEntity<T>
    {
        json.WritePropertyName(field.Name);
        field.Write(json, entity);
    }
}
