using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Testing;

/// <summary>A content in which every text that a person may set means harm, found by how each kind describes itself: a new field is covered without a word here.</summary>
public sealed record HostileModel(ModelContent Content, ImmutableArray<HostileText> Texts)
{
    /// <param name="turn">Every turn gives a field another text of <see cref="HostileTexts"/>.</param>
    public static HostileModel Make(int turn)
    {
        var filling = new Filling(EveryField.Make(), turn);
        foreach (var shape in EntityKinds.All) shape.Accept(filling);
        return new(filling.Content, [.. filling.Texts]);
    }

    private sealed class Filling(ModelContent content, int turn) : IShapeVisitor
    {
        public ModelContent Content { get; private set; } = content;

        public List<HostileText> Texts { get; } = [];

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            foreach (var field in shape.Fields.Where(field => field.SetBy.HasFlag(Setter.Person))) Fill(field);
        }

        private void Fill<T>(Field<T> field)
            where T : class, IEntity<T>
        {
            var (found, others) = FieldValues.For(Content, field, Owner.Named("first words"));
            var sample = JsonSerializer.SerializeToNode(others[0], ModelJson.Options.GetTypeInfo(field.ValueType));
            if (!Has(sample)) return;
            for (var at = 0; at < HostileTexts.All.Count; at++)
            {
                var text = HostileTexts.All[(turn + Texts.Count + at) % HostileTexts.All.Count];
                // PostgreSQL stores no such character, so the door refuses it.
                if (text.Contains('\0') || TryPut(field, Content.Find<T>(found.Key)!, With(sample, text)) is not { } filled) continue;
                Content = Content.With(filled);
                Texts.Add(new(EntityRef.To(filled), field.Name, text));
                return;
            }
        }

        /// <returns>Null where the field takes no such text, such as a script's address for a ticket.</returns>
        private T? TryPut<T>(Field<T> field, T entity, JsonNode? value)
            where T : class, IEntity<T>
        {
            try
            {
                var filled = field.Put(entity, value.Deserialize(ModelJson.Options.GetTypeInfo(field.ValueType)));
                return Invariants.Check(Content.With(filled), [Change.Of(entity, filled)]).IsEmpty ? filled : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private static bool IsSample(string text) => text.EndsWith(" words", StringComparison.Ordinal) || text.StartsWith("https://example.org/", StringComparison.Ordinal);

    private static bool Has(JsonNode? node) => node switch
    {
        JsonObject parts => parts.Any(part => Has(part.Value)),
        JsonArray items => items.Any(Has),
        JsonValue value => value.TryGetValue(out string? text) && IsSample(text),
        _ => false,
    };

    private static JsonNode? With(JsonNode? node, string text) => node switch
    {
        JsonObject parts => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, With(part.Value, text)))),
        JsonArray items => new JsonArray([.. items.Select(item => With(item, text))]),
        JsonValue value when value.TryGetValue(out string? sample) && IsSample(sample) => text,
        _ => node?.DeepClone(),
    };
}

/// <summary>A text of somebody's choice in a field.</summary>
public sealed record HostileText(EntityRef Of, string Field, string Text);
