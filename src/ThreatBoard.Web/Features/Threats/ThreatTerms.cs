using System.Globalization;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>One understood token, or the sentence that says what is wrong with it.</summary>
public sealed record ThreatTerm(Func<ThreatRow, FilterContext, bool> Holds, string? Problem = null);

/// <summary>The fields by which threats are filtered; the one place that names them all.</summary>
public static class ThreatTerms
{
    private static readonly Dictionary<string, Func<FilterToken, ThreatTerm>> s_fields = new(StringComparer.Ordinal)
    {
        ["status"] = Status,
        ["risk"] = token => Risk(token, row => row.State.ResidualScore),
        ["inherent"] = token => Risk(token, row => row.State.Inherent?.Score ?? 0),
        ["stride"] = token => Choice<Stride>(token, row => row.Threat.Category, EnumWords.Word),
        ["source"] = token => Choice<ThreatSource>(token, row => row.Threat.CameFrom, EnumWords.Word),
        ["rated"] = token => Choice<RatedBy>(token, row => row.RatedBy, by => by.ToString()),
        ["owner"] = Owner,
        ["due"] = Due,
        ["rule"] = token => Text(token, row => row.Rule),
        ["actor"] = token => Text(token, row => row.Actor),
        ["subject"] = Subject,
        ["tag"] = token => Any(token, (row, value) => row.Threat.Tags.Any(tag => Same(tag, value))),
        ["exposure"] = Exposure,
    };

    public static IEnumerable<string> Fields => s_fields.Keys;

    public static ThreatTerm Of(FilterToken token)
    {
        var term = token switch
        {
            { Field: "" } => FreeText(token.Value),
            { Value: "" } => Wrong($"“{token.Text}” lacks a value: write for example {token.Field}:…"),
            _ when s_fields.TryGetValue(token.Field, out var field) => field(token),
            _ => Wrong($"“{token.Field}” is no field. There are {string.Join(", ", s_fields.Keys)}; put text with a colon in quotes."),
        };
        return token.IsNegated && term.Problem is null ? new((row, context) => !term.Holds(row, context)) : term;
    }

    private static ThreatTerm FreeText(string text) => new((row, _) =>
        Holds(row.Title, text) || Holds(row.SubjectTitle, text) || Holds(row.Rule, text) || Holds(row.Actor, text) || Holds(row.Threat.Owner, text)
        || row.Threat.Evidence.Any(e => Holds(e.Object, text) || Holds(e.Path, text) || Holds(e.Value, text)));

    /// <summary><c>status:open</c> is whatever still asks for work, <c>status:untouched</c> what nobody has looked at.</summary>
    private static ThreatTerm Status(FilterToken token) => token.Value.ToLowerInvariant() switch
    {
        "open" => new((row, _) => row.State.Status.IsOpen()),
        "closed" => new((row, _) => !row.State.Status.IsOpen()),
        "untouched" => new((row, _) => row.State.Status is ThreatStatus.Open),
        _ => Choice<ThreatStatus>(token, row => row.State.Status, EnumWords.Word, "open, closed, untouched"),
    };

    private static ThreatTerm Risk(FilterToken token, Func<ThreatRow, int> score)
    {
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new((row, _) => Compared(score(row), token.Operator, number));
        return Named<RiskBand>(token.Value, band => band.ToString()) is [var wanted]
            ? new((row, _) => Compared((int)RiskBands.Of(score(row)), token.Operator, (int)wanted))
            : Wrong($"“{token.Value}” is no risk: write none, low, medium, high, critical, or a score from 0 to 25, as in {token.Field}>=high.");
    }

    private static ThreatTerm Owner(FilterToken token) => token.Value.ToLowerInvariant() switch
    {
        "me" => new((row, context) => Same(row.Threat.Owner, context.Me)),
        "none" => new((row, _) => row.Threat.Owner.Length == 0),
        _ => Text(token, row => row.Threat.Owner),
    };

    private static ThreatTerm Due(FilterToken token) => token.Value.ToLowerInvariant() switch
    {
        "none" => new((row, _) => row.Threat.Due is null),
        "overdue" => new((row, context) => row.IsOverdue(context.Today)),
        var day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted) =>
            new((row, _) => row.Threat.Due is { } due && Compared(due.DayNumber, token.Operator, wanted.DayNumber)),
        _ => Wrong($"“{token.Value}” is no day: write due:overdue, due:none, or a day as in due<=2026-12-31."),
    };

    private static ThreatTerm Exposure(FilterToken token) =>
        int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var steps)
            ? new((row, _) => row.Exposure is { } exposure && Compared(exposure, token.Operator, steps))
            : Wrong($"“{token.Value}” is no number of steps: write for example exposure<=1.");

    /// <summary>A name, or <c>kind:guid</c> as it stands in addresses.</summary>
    private static ThreatTerm Subject(FilterToken token) =>
        token.Value == "model" ? new((row, _) => row.Threat.Subject.Ref == EntityRef.WholeModel)
        : EntityRef.TryParse(token.Value, out var wanted) ? new((row, _) => row.Threat.Subject.Ref == wanted)
        : Text(token, row => row.SubjectTitle);

    private static ThreatTerm Text(FilterToken token, Func<ThreatRow, string> text) =>
        token.Value.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? new((row, _) => text(row).Length == 0)
            : Any(token, (row, value) => Holds(text(row), value));

    private static ThreatTerm Choice<T>(FilterToken token, Func<ThreatRow, T> get, Func<T, string> word, string? besides = null)
        where T : struct, Enum
    {
        var wanted = new HashSet<T>();
        foreach (var value in Values(token))
        {
            if (Named(value, word) is not { Count: > 0 } named)
                return Wrong($"“{value}” is no {token.Field}. There are {(besides is null ? "" : besides + ", ")}{string.Join(", ", Enum.GetValues<T>().Select(v => Written(word(v))))}.");
            wanted.UnionWith(named);
        }

        return new((row, _) => wanted.Contains(get(row)));
    }

    private static ThreatTerm Any(FilterToken token, Func<ThreatRow, string, bool> holds)
    {
        var values = Values(token);
        return new((row, _) => values.Any(value => holds(row, value)));
    }

    private static ThreatTerm Wrong(string problem) => new((_, _) => true, problem);

    private static string[] Values(FilterToken token) => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The values whose name or word is the text, else those that begin with it: <c>t</c>, <c>tampering</c>, <c>in-treatment</c>.</summary>
    private static List<T> Named<T>(string text, Func<T, string> word)
        where T : struct, Enum
    {
        var sought = Bare(text);
        var values = Enum.GetValues<T>();
        var exact = values.Where(v => Bare(v.ToString()) == sought || Bare(word(v)) == sought).ToList();
        return exact.Count > 0 || sought.Length == 0
            ? exact
            : [.. values.Where(v => Bare(v.ToString()).StartsWith(sought, StringComparison.Ordinal) || Bare(word(v)).StartsWith(sought, StringComparison.Ordinal))];
    }

    private static string Bare(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Written(string word) => word.ToLowerInvariant().Replace(' ', '-');

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Compared(int value, TokenOperator comparison, int wanted) => comparison switch
    {
        TokenOperator.AtLeast => value >= wanted,
        TokenOperator.AtMost => value <= wanted,
        TokenOperator.Over => value > wanted,
        TokenOperator.Under => value < wanted,
        _ => value == wanted,
    };
}
