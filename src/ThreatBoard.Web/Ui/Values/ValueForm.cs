using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Web.Ui.Values;

/// <summary>The value of any field as boxes that a person can fill in, made from how values are stored: a new field needs nothing new here.</summary>
public sealed class ValueForm
{
    private readonly List<(ValueBox Box, BoxFormat Format)> _boxes = [];
    private readonly ModelContent _content;
    private readonly Type _type;
    private readonly Func<JsonNode?> _made;

    private ValueForm(Type type, object? value, ModelContent content, string label)
    {
        (_type, _content) = (type, content);
        _made = Add(type, JsonSerializer.SerializeToNode(value, ModelJson.Options.GetTypeInfo(type)), label);
    }

    public IEnumerable<ValueBox> Boxes => _boxes.Select(pair => pair.Box);

    /// <param name="value">What the boxes hold at first.</param>
    /// <param name="content">Where names are looked up, and what can be named.</param>
    /// <param name="label">What the value is called.</param>
    public static ValueForm Of(Type type, object? value, ModelContent content, string label) => new(type, value, content, label);

    /// <returns>The value that the boxes hold, or what is wrong with one of them.</returns>
    public (object? Value, string? Problem) Read() =>
        _boxes.Find(pair => !pair.Format.Fits(pair.Box.Text)) is { Box: { } wrong }
            ? (null, $"“{wrong.Text}” cannot be used as {wrong.Label}.")
            : (_made().Deserialize(ModelJson.Options.GetTypeInfo(_type)), null);

    /// <returns>Makes the value again from the boxes, whenever asked.</returns>
    private Func<JsonNode?> Add(Type type, JsonNode? node, string label)
    {
        if (BoxFormat.Of(type, _content) is { } format) return AddBox(format, node, label);
        if (node is JsonArray items)
        {
            var made = items.Select((item, place) => Add(type.GetGenericArguments()[0], item, $"{label} {place + 1}")).ToList();
            return () => new JsonArray([.. made.Select(make => make())]);
        }

        if (node is not JsonObject whole) return () => null;
        var properties = ModelJson.Options.GetTypeInfo(type).Properties.ToDictionary(property => property.Name, property => property.PropertyType);
        var parts = whole.Select(part => (part.Key, Make: Add(properties[part.Key], part.Value, NameWords.OfField(part.Key)))).ToList();
        return () => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, part.Make())));
    }

    private Func<JsonNode?> AddBox(BoxFormat format, JsonNode? node, string label)
    {
        var text = format.ToText(node);
        var box = new ValueBox(label, format.KindFor(text), format.OptionsWith(text)) { Text = text };
        _boxes.Add((box, format));
        return () => format.ToNode(box.Text);
    }
}
