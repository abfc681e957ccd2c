using System.Globalization;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Ui;

/// <summary>The value of a field as a person reads it, with the ids in it resolved in the content that it stands in.</summary>
public static class FieldWords
{
    public const string Empty = "–";

    private const int HashLength = 64;
    private const int ShortHash = 12;

    public static string Of(object? value, ModelContent content)
    {
        var text = Text(value, content);
        return text.Length == 0 ? Empty : text;
    }

    private static string Text(object? value, ModelContent content) => value switch
    {
        null => "",
        string { Length: HashLength } hash when hash.All(char.IsAsciiHexDigitLower) => hash[..ShortHash],
        string text => text,
        bool yes => yes ? "yes" : "no",
        Enum member => NameWords.Of(member),
        DateTimeOffset at => at.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.CurrentCulture),
        DateOnly day => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
        EntityRef entity => EntityTitles.Title(content, entity),
        IFormattable number and (int or long or double) => number.ToString(null, CultureInfo.CurrentCulture),
        _ => Reference(value, content) ?? DecisionWords.Of(value) ?? Nested(value, content),
    };

    private static string? Reference(object value, ModelContent content)
    {
        string Named<T>(Id<T> id)
            where T : class, IEntity<T> => EntityTitles.Title(content, EntityRef.To(id));
        return value switch
        {
            Id<Boundary> id => Named(id),
            Id<Component> id => Named(id),
            Id<Actor> id => Named(id),
            Id<Threat> id => Named(id),
            Id<Mitigation> id => Named(id),
            Id<Diagram> id => Named(id),
            Id<Iteration> id => Named(id),
            Id<Acceptance> id => Named(id),
            ValueSet<Id<Boundary>> ids => string.Join(", ", ids.Select(Named)),
            ValueSet<Id<Asset>> ids => string.Join(", ", ids.Select(Named)),
            ValueSet<Origin> origins => string.Join(", ", origins.Select(o => $"{Named(o.Source)}: {o.Key}")),
            FlowEnds ends => $"{Named(ends.From)} → {Named(ends.To)}",
            _ => null,
        };
    }

    private static string Nested(object value, ModelContent content) => value switch
    {
        Transport way => OfTransport(way),
        Rating rating => $"likelihood {rating.Likelihood} × impact {rating.Impact}",
        Effect effect => $"−{effect.Likelihood} likelihood, −{effect.Impact} impact",
        Verdict verdict => NameWords.Of(verdict.Answer) + Because(verdict.Because),
        ControlState state => NameWords.Of(state.Presence) + Because(state.Because),
        ThreatSubject subject => subject.IsGone ? $"{subject.Was} (gone)" : EntityTitles.Title(content, subject.Ref),
        FindingKey finding => finding.Rule,
        Evidence seen => seen.Value.Length == 0 ? $"{seen.Object} {seen.Path}" : $"{seen.Object} {seen.Path} = {seen.Value}",
        ValueList<Evidence> all => string.Join("; ", all.Select(one => Nested(one, content))),
        Point at => $"{at.X:0}, {at.Y:0}",
        _ => value.ToString() ?? "",
    };

    private static string OfTransport(Transport way)
    {
        if (way == Transport.Unknown) return "unknown";
        var words = new List<string> { way.Encryption is Encryption.None ? "not encrypted" : $"encryption {NameWords.Of(way.Encryption)}" };
        if (way.TlsEnds is not TlsEnd.Unknown) words.Add($"ends at the {NameWords.Of(way.TlsEnds)}");
        if (way.Certificate is not CertificateCheck.Unknown) words.Add($"certificate {NameWords.Of(way.Certificate)}");
        words.Add($"authentication {NameWords.Of(way.Authentication)}");
        return string.Join(", ", words);
    }

    private static string Because(string reason) => reason.Length == 0 ? "" : $": {reason}";
}
