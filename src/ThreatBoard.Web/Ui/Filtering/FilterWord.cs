using System.Text;

namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>How a token's value is compared.</summary>
public enum TokenOperator
{
    /// <summary>A colon or an equals sign: what "the same" means is the field's own matter.</summary>
    Is,
    AtLeast,
    AtMost,
    Over,
    Under,
}

/// <summary>One word of a filter: free text, or <c>field:value</c> with a comparison; a minus before it turns it round.</summary>
/// <param name="Field">Lower case; empty for free text.</param>
/// <param name="Text">The token as it was typed.</param>
public sealed record FilterWord(string Field, TokenOperator Operator, string Value, bool IsNegated, string Text)
{
    private static readonly (string Sign, TokenOperator Operator)[] s_operators =
    [
        (">=", TokenOperator.AtLeast), ("<=", TokenOperator.AtMost), (">", TokenOperator.Over), ("<", TokenOperator.Under), (":", TokenOperator.Is), ("=", TokenOperator.Is),
    ];

    /// <summary>The values that commas join.</summary>
    public string[] Values => Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Splits at blanks outside double quotes; a quote that is never closed reaches to the end.</summary>
    public static IEnumerable<FilterWord> Split(string filter)
    {
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in filter)
        {
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted || !char.IsWhiteSpace(c)) word.Append(c);
            else if (word.Length > 0) yield return Taken(word);
        }

        if (word.Length > 0) yield return Taken(word);
    }

    private static FilterWord Taken(StringBuilder word)
    {
        var text = word.ToString();
        word.Clear();
        return Of(text);
    }

    private static FilterWord Of(string text)
    {
        var isNegated = text.Length > 1 && text[0] == '-';
        var body = isNegated ? text[1..] : text;
        var end = body.IndexOfAny([':', '=', '<', '>']);
        if (end <= 0 || !body[..end].All(char.IsAsciiLetter)) return new("", TokenOperator.Is, Unquoted(body), isNegated, text);
        var (sign, comparison) = s_operators.First(o => body.AsSpan(end).StartsWith(o.Sign, StringComparison.Ordinal));
        return new(body[..end].ToLowerInvariant(), comparison, Unquoted(body[(end + sign.Length)..]), isNegated, text);
    }

    private static string Unquoted(string value) => value.Replace("\"", "", StringComparison.Ordinal);
}

/// <summary>Compares as a token asks for.</summary>
public static class TokenOperators
{
    public static bool Holds(this TokenOperator comparison, int value, int wanted) => comparison switch
    {
        TokenOperator.AtLeast => value >= wanted,
        TokenOperator.AtMost => value <= wanted,
        TokenOperator.Over => value > wanted,
        TokenOperator.Under => value < wanted,
        _ => value == wanted,
    };
}
