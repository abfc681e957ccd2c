using System.Globalization;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>What the fields of the panel offer to choose from, and how text becomes a value.</summary>
public static class Choices
{
    public static IReadOnlyList<(string Value, string Words)> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value.ToString(), EnumWords.Word(value)))];

    public static IReadOnlyList<(string Value, string Words)> Of<T>(params IEnumerable<T> values)
        where T : struct, Enum => [.. values.Select(value => (value.ToString(), EnumWords.Word(value)))];

    /// <summary>Entities by name, and nothing.</summary>
    public static IReadOnlyList<(string Value, string Words)> Among<T>(IEnumerable<T> entities, ModelContent content, string nothing)
        where T : class, IEntity<T> =>
        [("", nothing), .. entities.Select(e => (e.Key.ToString(), EntityTitles.Title(content, EntityRef.To(e)))).OrderBy(o => o.Item2, StringComparer.OrdinalIgnoreCase)];

    public static T To<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text);

    public static Id<T>? ToId<T>(string text)
        where T : class, IEntity => Guid.TryParse(text, out var id) ? new Id<T>(id) : null;

    /// <summary>Tags as typed, with commas between them.</summary>
    public static ValueSet<string> ToTags(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueSet();

    public static DateOnly? ToDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
