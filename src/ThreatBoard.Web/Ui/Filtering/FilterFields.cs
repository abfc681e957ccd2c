using System.Globalization;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>The fields by which a table is filtered, and what free text looks into.</summary>
/// <param name="texts">The texts of a row that free text is sought in.</param>
public sealed class FilterFields<TRow>(Func<TRow, IEnumerable<string>> texts)
{
    private readonly Dictionary<string, Func<FilterWord, FilterTerm<TRow>>> _fields = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _fields.Keys;

    public RowFilter<TRow> Parse(string? text) => new(text ?? "", this);

    public FilterFields<TRow> Field(string name, Func<FilterWord, FilterTerm<TRow>> term)
    {
        _fields[name] = term;
        return this;
    }

    /// <summary>A part of the text, <c>none</c> for an empty one; commas join several.</summary>
    public FilterFields<TRow> Text(string name, Func<TRow, string> get) => Field(name, token => TextTerm(token, get));

    /// <summary>A part of the owner's name; <c>me</c> for whoever asks and their teams, <c>none</c>, the id of a person or team, or <c>is:</c> and exactly a name that belongs to no account.</summary>
    public FilterFields<TRow> Owner(string name, Func<TRow, Owner> get) => Field(name, token => token.Value.ToLowerInvariant() switch
    {
        "me" => new((row, context) => context.Owners.IsMine(get(row))),
        "none" => new((row, _) => get(row).IsNobody),
        _ when token.Value.StartsWith("is:", StringComparison.OrdinalIgnoreCase) => Named(get, Uri.UnescapeDataString(token.Value[3..])),
        var id when Guid.TryParse(id, out var account) => new((row, _) => get(row).Account == account),
        _ => new((row, context) => context.Owners.Of(get(row)) is var shown && token.Values.Any(value => Holds(shown, value))),
    });

    /// <summary>One of the values of an enumeration by its name, its word on screen, or the beginning of either.</summary>
    public FilterFields<TRow> Choice<T>(string name, Func<TRow, T> get)
        where T : struct, Enum => Field(name, token => ChoiceTerm(token, get));

    /// <summary>Any of several texts, such as tags.</summary>
    public FilterFields<TRow> AnyOf(string name, Func<TRow, IEnumerable<string>> get) => Field(name, token =>
        new((row, _) => get(row).Any(text => token.Values.Any(value => Same(text, value)))));

    public FilterFields<TRow> Number(string name, Func<TRow, int?> get) => Field(name, token =>
        int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? new((row, _) => get(row) is { } number && token.Operator.Holds(number, wanted))
            : FilterTerm<TRow>.Wrong($"“{token.Value}” is no number: write for example {name}<=1."));

    /// <summary>A day as year-month-day, <c>none</c>, or <c>overdue</c>.</summary>
    public FilterFields<TRow> Due(string name, Func<TRow, DateOnly?> get, Func<TRow, DateOnly, bool> isOverdue) => Field(name, token => token.Value.ToLowerInvariant() switch
    {
        "none" => new((row, _) => get(row) is null),
        "overdue" => new((row, context) => isOverdue(row, context.Today)),
        var day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted) =>
            new((row, _) => get(row) is { } due && token.Operator.Holds(due.DayNumber, wanted.DayNumber)),
        _ => FilterTerm<TRow>.Wrong($"“{token.Value}” is no day: write {name}:overdue, {name}:none, or a day as in {name}<=2026-12-31."),
    });

    public static FilterTerm<TRow> ChoiceTerm<T>(FilterWord token, Func<TRow, T> get, string besides = "")
        where T : struct, Enum
    {
        var wanted = new HashSet<T>();
        foreach (var value in token.Values)
        {
            if (ChoiceWords.Named<T>(value) is not { Count: > 0 } named)
                return FilterTerm<TRow>.Wrong($"“{value}” is no {token.Field}. There are {besides}{ChoiceWords.List<T>()}.");
            wanted.UnionWith(named);
        }

        return new((row, _) => wanted.Contains(get(row)));
    }

    public static FilterTerm<TRow> TextTerm(FilterWord token, Func<TRow, string> get) =>
        Same(token.Value, "none")
            ? new((row, _) => get(row).Length == 0)
            : new((row, _) => token.Values.Any(value => Holds(get(row), value)));

    internal FilterTerm<TRow> TermOf(FilterWord token)
    {
        var term = token switch
        {
            { Field: "" } => new((row, _) => texts(row).Any(text => Holds(text, token.Value))),
            { Value: "" } => FilterTerm<TRow>.Wrong($"“{token.Text}” lacks a value: write for example {token.Field}:none."),
            _ when _fields.TryGetValue(token.Field, out var field) => field(token),
            _ => FilterTerm<TRow>.Wrong($"“{token.Field}” is no field. There are {string.Join(", ", _fields.Keys)}; put text with a colon in quotes."),
        };
        return token.IsNegated ? term.Negated() : term;
    }

    private static FilterTerm<TRow> Named(Func<TRow, Owner> get, string name) => new((row, _) => get(row) is { Account: null } owner && owner.Name == name);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
