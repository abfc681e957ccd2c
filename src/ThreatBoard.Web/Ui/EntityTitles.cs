using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>Names an entity so that a person knows which one it is without opening it; plain text, never markup.</summary>
public static class EntityTitles
{
    /// <summary>The kind in words, such as <c>mitigation link</c>.</summary>
    public static string Kind(string? kind) => kind is null ? "thing" : NameWords.Spaced(kind);

    /// <summary>Several of the kind, as a heading.</summary>
    public static string Plural(string kind)
    {
        var word = Kind(kind);
        var many = word.EndsWith('y') ? $"{word[..^1]}ies" : $"{word}s";
        return char.ToUpperInvariant(many[0]) + many[1..];
    }

    /// <summary>The title of any entity of the content, or the kind where it is not there.</summary>
    public static string Title(ModelContent content, EntityRef entity) => content.Find(entity) switch
    {
        Flow flow => Title(content, flow),
        Control control => $"{control.Name} of {Title(content, control.Of)}",
        MitigationLink link =>
            $"{Title(content, EntityRef.To(link.Mitigation))} against {Title(content, EntityRef.To(link.Threat))}",
        null => entity == EntityRef.WholeModel ? "the model" : $"a {Kind(entity.Kind)} that is gone",
        _ => content.TitleOf(entity) ?? Kind(entity.Kind),
    };

    /// <summary>Who calls whom, with the name or the protocol and port where they say more.</summary>
    private static string Title(ModelContent content, Flow flow)
    {
        var ends = $"{Name(content, flow.Ends.From)} → {Name(content, flow.Ends.To)}";
        return flow.Label == "flow" ? ends : $"{ends} ({flow.Label})";
    }

    private static string Name(ModelContent content, Id<Component> id) => content.Find<Component>(id.Value)?.Name ?? "?";
}
