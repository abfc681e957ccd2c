using System.Text.Json;
using System.Text.Json.Serialization;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Serialization;

/// <summary>Ids are written as their UUID, value sets and lists as arrays in their own order.</summary>
public sealed class ModelingJsonConverters : JsonConverterFactory
{
    private static readonly Dictionary<Type, Type> s_converters = new()
    {
        [typeof(Id<>)] = typeof(IdConverter<>),
        [typeof(ValueSet<>)] = typeof(SetConverter<>),
        [typeof(ValueList<>)] = typeof(ListConverter<>),
    };

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && s_converters.ContainsKey(typeToConvert.GetGenericTypeDefinition());

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            s_converters[typeToConvert.GetGenericTypeDefinition()].MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class IdConverter<T> : JsonConverter<Id<T>>
        where T : class, IEntity
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class SetConverter<T> : JsonConverter<ValueSet<T>>
        where T : notnull, IComparable<T>
    {
        public override ValueSet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadItems<T>(ref reader, options).ToValueSet();

        public override void Write(Utf8JsonWriter writer, ValueSet<T> value, JsonSerializerOptions options) => WriteItems(writer, value, options);
    }

    private sealed class ListConverter<T> : JsonConverter<ValueList<T>>
        where T : notnull
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadItems<T>(ref reader, options).ToValueList();

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) => WriteItems(writer, value, options);
    }

    private static List<T> ReadItems<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An array was expected.");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(JsonSerializer.Deserialize<T>(ref reader, options)!);
        return items;
    }

    private static void WriteItems<T>(Utf8JsonWriter writer, IEnumerable<T> items, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in items) JsonSerializer.Serialize(writer, item, options);
        writer.WriteEndArray();
    }
}
