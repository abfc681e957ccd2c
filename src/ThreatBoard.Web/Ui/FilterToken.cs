using System.Text.RegularExpressions;

namespace ThreatBoard.Web.Ui;

/// <summary>One condition of a filter, such as <c>status:open</c> or <c>risk&gt;=high</c>; a bare word has no name.</summary>
public sealed partial record FilterToken(string Name, string Sign, string Value)
{
    public bool IsWord => Name.Length == 0;

    /// <summary>The tokens of a filter, in their order; values with blanks stand in quotation marks.</summary>
    public static IReadOnlyList<FilterToken> Parse(string? text) =>
        [.. Pattern().Matches(text ?? "").Select(match => new FilterToken(
            match.Groups["name"].Value.ToLowerInvariant(), match.Groups["sign"].Value, match.Groups["value"].Value.Trim('"')))
            .Where(token => token.Value.Length > 0)];

    public static string Join(IEnumerable<FilterToken> tokens) => string.Join(' ', tokens);

    public override string ToString() => Name + Sign + (Value.Contains(' ') ? $"\"{Value}\"" : Value);

    [GeneratedRegex("""(?:(?<name>[A-Za-z][\w-]*)(?<sign>>=|<=|:|=|>|<))?(?<value>"[^"]*"|\S+)""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Pattern();
}
