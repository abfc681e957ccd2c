using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Testing;

/// <summary>Different valid values for any field of any kind of entity, made from how values are stored: a new field is covered without a word here.</summary>
public static class FieldValues
{
    /// <summary>Every field that a person may set, by kind and stored name.</summary>
    public static IEnumerable<(string Kind, string Field)> SetByPeople => EntityKinds.All.SelectMany(shape => shape.Accept(new Named()));

    /// <summary>An entity of the content and other values for one of its fields, each of which leaves the content valid.</summary>
    /// <param name="known">Values that more than the content decides about, such as owners; for their type these alone are used.</param>
    /// <exception cref="InvalidOperationException">There is no second value: give <see cref="EveryField"/> an entity that allows one.</exception>
    public static (T Entity, IReadOnlyList<object?> Others) For<T>(ModelContent content, Field<T> field, params IReadOnlyCollection<object> known)
        where T : class, IEntity<T>
    {
        var given = known.Where(value => value.GetType() == field.ValueType).ToList<object?>();
        var values = given.Count > 0 ? given : Of(field.ValueType, content, depth: 0).Select(node => Read(field.ValueType, node)).Where(made => made.Fits).Select(made => made.Value).ToList();
        var best = content.All<T>().OrderBy(entity => entity.Key)
            .Select(entity => (Entity: entity, Others: Valid(content, entity, field, values)))
            .OrderByDescending(found => Math.Min(found.Others.Count, 3)).FirstOrDefault();
        return best is { Entity: not null, Others.Count: > 0 } ? best : throw new InvalidOperationException($"No second value is known for {field.Name} of a {ShapeOf<T>.Name}.");
    }

    private static List<object?> Valid<T>(ModelContent content, T entity, Field<T> field, List<object?> values)
        where T : class, IEntity<T>
    {
        var valid = new List<object?>();
        foreach (var value in values)
        {
            var other = field.Put(entity, value);
            if (field.AreEqual(entity, other) || valid.Contains(value)) continue;
            if (Invariants.Check(content.With(other)).IsEmpty) valid.Add(value);
            if (valid.Count == 3) break;
        }

        return valid;
    }

    private static (bool Fits, object? Value) Read(Type type, JsonNode? node)
    {
        try
        {
            return (true, node.Deserialize(ModelJson.Options.GetTypeInfo(type)));
        }
        catch (JsonException)
        {
            return (false, null);
        }
    }

    private static IEnumerable<JsonNode?> Of(Type type, ModelContent content, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return ["first words", "second words", "third words", "https://example.org/first", "https://example.org/second", "https://example.org/third", .. Part(depth)];
        if (plain == typeof(bool)) return [true, false];
        if (plain == typeof(int)) return [1, 2, 3, 4];
        if (plain == typeof(double)) return [10.5, 20.5, 30.5];
        if (plain == typeof(Guid)) return Entities(content).Select(entity => (JsonNode?)entity.Id);
        if (plain == typeof(DateOnly)) return ["2027-01-31", "2027-02-28", "2027-03-31"];
        if (plain == typeof(DateTimeOffset)) return ["2026-11-02T10:00:00+00:00", "2026-11-02T11:00:00+00:00", "2026-11-02T12:00:00+00:00"];
        if (plain.IsEnum) return Enum.GetNames(plain).Select(name => (JsonNode?)name);
        if (plain == typeof(EntityRef)) return Entities(content).Select(entity => (JsonNode?)new JsonObject { ["kind"] = entity.Kind, ["id"] = entity.Id });
        if (plain.IsGenericType) return Generic(plain, content, depth);
        return Records(plain, content, depth);
    }

    /// <summary>A text that is a part of a value may have to be empty.</summary>
    private static IEnumerable<string> Part(int depth) => depth > 0 ? [""] : [];

    private static IEnumerable<JsonNode?> Generic(Type type, ModelContent content, int depth)
    {
        var item = type.GetGenericArguments()[0];
        return type.GetGenericTypeDefinition() == typeof(Id<>)
            ? Entities(content).Where(entity => EntityKinds.Named(entity.Kind)!.EntityType == item).Select(entity => (JsonNode?)entity.Id)
            : Of(item, content, depth + 1).Select(node => (JsonNode?)new JsonArray(node?.DeepClone()));
    }

    /// <summary>Every part takes its own next value, at different paces, so that parts that exclude each other meet their like.</summary>
    private static IEnumerable<JsonNode?> Records(Type type, ModelContent content, int depth)
    {
        if (depth > 3) return [];
        var parts = ModelJson.Options.GetTypeInfo(type).Properties.Where(part => part.Set is not null || part.AssociatedParameter is not null)
            .Select(part => (part.Name, Values: Of(part.PropertyType, content, depth + 1).ToList())).Where(part => part.Values.Count > 0).ToList();
        return Enumerable.Range(0, 60).Select(turn => (JsonNode?)new JsonObject(parts.Select((part, place) =>
            KeyValuePair.Create(part.Name, part.Values[(turn * (place + 1) + place) % part.Values.Count]?.DeepClone()))));
    }

    private static IEnumerable<EntityRef> Entities(ModelContent content) => EntityKinds.All.SelectMany(shape => shape.Accept(new Everything(content)));

    private sealed class Named : IShapeVisitor<IEnumerable<(string Kind, string Field)>>
    {
        public IEnumerable<(string Kind, string Field)> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => shape.Fields.Where(field => field.SetBy.HasFlag(Setter.Person)).Select(field => (shape.Name, field.Name));
    }

    private sealed class Everything(ModelContent content) : IShapeVisitor<IEnumerable<EntityRef>>
    {
        public IEnumerable<EntityRef> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => content.All<T>().OrderBy(entity => entity.Key).Select(EntityRef.To);
    }
}
