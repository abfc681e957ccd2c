using System.Buffers;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Serialization;

/// <summary>A change as a journal keeps it: which entity, and before and after; of a changed entity only the fields that differ.</summary>
/// <param name="Before">UTF-8 JSON, or null where the entity was added.</param>
/// <param name="After">UTF-8 JSON, or null where the entity was removed.</param>
/// <param name="Shape">The form of the JSON; what is older than now is upgraded as it is read.</param>
public sealed record ChangeJson(EntityRef Entity, byte[]? Before, byte[]? After, int Shape = ModelJson.ShapeNumber)
{
    public static ChangeJson Of(Change change) => change.Accept(new Writer());

    /// <summary>The change again, given the content that it happened to.</summary>
    /// <exception cref="JsonException">The row is damaged, or does not fit the content.</exception>
    public Change ToChange(ModelContent content) =>
        (EntityKinds.Named(Entity.Kind) ?? throw new JsonException($"“{Entity.Kind}” is no kind of entity.")).Accept(new Reader(this, content));

    private sealed class Writer : IChangeVisitor<ChangeJson>
    {
        public ChangeJson Visit<T>(Change<T> change)
            where T : class, IEntity<T> => change switch
        {
            { Before: null, After: { } added } => new(change.Entity, null, Bytes(json => EntityJson.Write(json, added))),
            { Before: { } gone, After: null } => new(change.Entity, Bytes(json => EntityJson.Write(json, gone)), null),
            { Before: { } before, After: { } after } => Differing(change.Entity, before, after),
            _ => throw new InvalidOperationException("A change has a before, an after, or both."),
        };

        private static ChangeJson Differing<T>(EntityRef entity, T before, T after)
            where T : class, IEntity<T>
        {
            var fields = ShapeOf<T>.Value.Fields.Where(f => !f.AreEqual(before, after)).ToList();
            return new(entity, Bytes(json => EntityJson.WriteFields(json, fields, before)), Bytes(json => EntityJson.WriteFields(json, fields, after)));
        }

        private static byte[] Bytes(Action<Utf8JsonWriter> write)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, ModelJson.Writing)) write(json);
            return buffer.WrittenSpan.ToArray();
        }
    }

    private sealed class Reader(ChangeJson row, ModelContent content) : IShapeVisitor<Change>
    {
        public Change Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => (row.Before, row.After) switch
        {
            (null, { } added) => Change.Add(Whole<T>(added)),
            ({ } gone, null) => Change.Remove(Whole<T>(gone)),
            ({ } before, { } after) => Change.Of(Over<T>(before), Over<T>(after)),
            _ => throw new JsonException("A change has a before, an after, or both."),
        };

        private T Whole<T>(byte[] bytes)
            where T : class, IEntity<T>
        {
            using var json = JsonDocument.Parse(bytes);
            return EntityJson.Read<T>(ShapeUpgrades.Of(row.Entity.Kind, json.RootElement, row.Shape));
        }

        /// <summary>The entity as it is now with the fields of the row laid over it.</summary>
        private T Over<T>(byte[] bytes)
            where T : class, IEntity<T>
        {
            var now = content.Find<T>(row.Entity.Id) ?? throw new JsonException($"The {row.Entity.Kind} {row.Entity.Id} is not in the content.");
            using var json = JsonDocument.Parse(bytes);
            return EntityJson.ReadFields(ShapeUpgrades.Of(row.Entity.Kind, json.RootElement, row.Shape), now);
        }
    }
}
