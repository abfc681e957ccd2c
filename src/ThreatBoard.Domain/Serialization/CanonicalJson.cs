using System.Buffers;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Serialization;

/// <summary>One part of a model as bytes that do not depend on any order: kinds by name, entities by id, fields by name.</summary>
public static class CanonicalJson
{
    public static byte[] Write(ModelContent content, ModelPart part, Func<Shape, bool>? include = null)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ModelJson.Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("shape", ModelJson.ShapeNumber);
            foreach (var shape in KindsOf(part).Where(include ?? (_ => true))) shape.Accept(new Writer(json, content));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Adds what the document holds to <paramref name="content"/>.</summary>
    /// <exception cref="JsonException">The document is of a newer shape, or damaged.</exception>
    public static ModelContent Read(ReadOnlyMemory<byte> document, ModelContent? content = null)
    {
        using var json = JsonDocument.Parse(document);
        var shape = json.RootElement.GetProperty("shape").GetInt32();
        if (shape > ModelJson.ShapeNumber) throw new JsonException($"The document has shape {shape}; this version reads up to {ModelJson.ShapeNumber}. Update ThreatBoard.");
        var reader = new Reader(content ?? ModelContent.Empty);
        foreach (var property in json.RootElement.EnumerateObject().Where(p => !p.NameEquals("shape")))
        {
            var kind = EntityKinds.Named(property.Name) ?? throw new JsonException($"The document holds “{property.Name}”, which is no kind of entity.");
            kind.Accept(reader.Of(property.Value, shape));
        }

        return reader.Content;
    }

    private static IEnumerable<Shape> KindsOf(ModelPart part) =>
        EntityKinds.All.Where(shape => shape.Part == part).OrderBy(shape => shape.Name, StringComparer.Ordinal);

    private sealed class Writer(Utf8JsonWriter json, ModelContent content) : IShapeVisitor
    {
        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            if (content.CountOf<T>() == 0) return;
            json.WriteStartArray(shape.Name);
            foreach (var entity in content.All<T>().OrderBy(e => e.Key)) EntityJson.Write(json, entity);
            json.WriteEndArray();
        }
    }

    private sealed class Reader(ModelContent content) : IShapeVisitor
    {
        private JsonElement _entities;
        private int _shape;

        public ModelContent Content { get; private set; } = content;

        public Reader Of(JsonElement entities, int shape)
        {
            (_entities, _shape) = (entities, shape);
            return this;
        }

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => Content = Content.With(_entities.EnumerateArray().Select(Read<T>).ToList());

        private T Read<T>(JsonElement entity)
            where T : class, IEntity<T> => EntityJson.Read<T>(ShapeUpgrades.Of(ShapeOf<T>.Name, entity, _shape));
    }
}
