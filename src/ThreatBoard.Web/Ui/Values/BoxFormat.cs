using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Web.Ui.Values;

/// <summary>How a value without parts goes into one box as text, and back.</summary>
internal sealed record BoxFormat(BoxKind Kind, Func<JsonNode, string> Write, Func<string, JsonNode?> Read)
{
    private const int LongText = 60;
    private const int MostOptions = 500;

    private bool MayBeNothing { get; init; }

    private IReadOnlyList<(string Value, string Words)> Options { get; init; } = [];

    /// <summary>Null for what has parts.</summary>
    public static BoxFormat? Of(Type type, ModelContent content)
    {
        var plain = Nullable.GetUnderlyingType(type);
        return Plain(plain ?? type, content) is { } format ? format with { MayBeNothing = plain is not null } : null;
    }

    public string ToText(JsonNode? node) => node is null ? "" : Write(node);

    /// <summary>Only for text that <see cref="Fits"/>.</summary>
    public JsonNode? ToNode(string text) => MayBeNothing && text.Length == 0 ? null : Read(text);

    public bool Fits(string text) => (MayBeNothing && text.Length == 0) || Read(text) is not null;

    public BoxKind KindFor(string text) => Kind is BoxKind.Text && (text.Length > LongText || text.Contains('\n', StringComparison.Ordinal)) ? BoxKind.Lines : Kind;

    /// <summary>What can be chosen; what is chosen now is among it, even where it is gone by now.</summary>
    public IReadOnlyList<(string Value, string Words)> OptionsWith(string text)
    {
        if (Kind is not BoxKind.Choice) return [];
        IReadOnlyList<(string Value, string Words)> nothing = MayBeNothing ? [("", FieldWords.Empty)] : [];
        return [.. nothing, .. Options.Any(option => option.Value == text) || text.Length == 0 ? Options : [(text, "as it is"), .. Options]];
    }

    private static BoxFormat? Plain(Type type, ModelContent content)
    {
        if (type == typeof(string)) return new(BoxKind.Text, node => node.GetValue<string>(), text => JsonValue.Create(text));
        if (type == typeof(bool)) return Chosen(text => bool.TryParse(text, out var yes) ? JsonValue.Create(yes) : null, [("true", "yes"), ("false", "no")]) with { Write = node => node.GetValue<bool>() ? "true" : "false" };
        if (type.IsEnum) return Chosen(text => JsonValue.Create(text), [.. Enum.GetValues(type).Cast<Enum>().Select(member => (member.ToString(), NameWords.Of(member)))]);
        if (type == typeof(int)) return new(BoxKind.Number, node => node.ToString(), text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null);
        if (type == typeof(double)) return new(BoxKind.Number, node => node.ToString(), text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null);
        if (type == typeof(DateOnly)) return new(BoxKind.Day, node => node.GetValue<string>(), text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(text) : null);
        if (type == typeof(DateTimeOffset)) return new(BoxKind.Text, node => node.GetValue<string>(), text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? JsonValue.Create(text) : null);
        if (type == typeof(Guid)) return new(BoxKind.Text, node => node.GetValue<string>(), text => Guid.TryParse(text, out _) ? JsonValue.Create(text) : null);
        if (type == typeof(EntityRef)) return Named(content);
        if (type == typeof(Owner)) return Owned(content);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) ? Identified(type.GetGenericArguments()[0], content) : null;
    }

    private static BoxFormat Chosen(Func<string, JsonNode?> read, IReadOnlyList<(string Value, string Words)> options) =>
        new(BoxKind.Choice, node => node.GetValue<string>(), text => text.Length == 0 ? null : read(text)) { Options = options };

    private static BoxFormat Identified(Type entity, ModelContent content) => Chosen(
        text => Guid.TryParse(text, out _) ? JsonValue.Create(text) : null,
        [.. Among(EntityKinds.All.Where(shape => shape.EntityType == entity), content).Select(option => (option.Entity.Id.ToString(), option.Title))]);

    private static BoxFormat Named(ModelContent content) => Chosen(
        text => EntityRef.TryParse(text, out var entity) ? new JsonObject { ["kind"] = entity.Kind, ["id"] = entity.Id } : null,
        [(EntityRef.WholeModel.ToString(), EntityTitles.Title(content, EntityRef.WholeModel)), .. Among(EntityKinds.All.Where(shape => shape.Part is ModelPart.Content), content).Select(option => (option.Entity.ToString(), $"{option.Title} ({EntityTitles.Kind(option.Entity.Kind)})"))]) with
    {
        Write = node => new EntityRef(node["kind"]!.GetValue<string>(), node["id"]!.GetValue<Guid>()).ToString(),
    };

    /// <summary>Whoever owns something in this model already, and nobody; who else there is, the place where owners are set tells.</summary>
    private static BoxFormat Owned(ModelContent content)
    {
        var owners = content.All<Threat>().Select(threat => threat.Owner).Concat(content.All<Mitigation>().Select(mitigation => mitigation.Owner)).Where(owner => !owner.IsNobody).Distinct();
        return new(BoxKind.Choice, Text, text => Text(JsonNode.Parse(text)!) == text ? JsonNode.Parse(text) : null)
        {
            Options = [(Text(Stored(Owner.Nobody)), "Nobody"), .. owners.OrderBy(owner => owner.Name, StringComparer.OrdinalIgnoreCase).Take(MostOptions).Select(owner => (Text(Stored(owner)), owner.Name))],
        };

        static string Text(JsonNode owner) => owner.ToJsonString(ModelJson.Options);

        static JsonNode Stored(Owner owner) => JsonSerializer.SerializeToNode(owner, ModelJson.Options.GetTypeInfo(typeof(Owner)))!;
    }

    private static IEnumerable<(EntityRef Entity, string Title)> Among(IEnumerable<Shape> shapes, ModelContent content) =>
        shapes.SelectMany(shape => shape.Accept(new All(content)).Select(entity => (entity, EntityTitles.Title(content, entity))).OrderBy(option => option.Item2, StringComparer.OrdinalIgnoreCase).Take(MostOptions));

    private sealed class All(ModelContent content) : IShapeVisitor<IEnumerable<EntityRef>>
    {
        public IEnumerable<EntityRef> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => content.All<T>().Select(EntityRef.To);
    }
}
