using System.Text;
using System.Text.RegularExpressions;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>docs/rules.md, made from the cards.</summary>
public static partial class RulesPage
{
    public static string Of(IReadOnlyList<RuleCard> cards)
    {
        var page = new StringBuilder();
        page.Append("# Rules\n\nMade from the rules' cards by a test; run it with `THREATBOARD_UPDATE=1` after changing a card. ");
        page.Append("A rule answers *found*, *not found* or *cannot tell*; what nobody stated is never counted as absent.\n\n");
        page.Append("| code | title | STRIDE | suggested | CWE | ATT&CK |\n|---|---|---|---|---|---|\n");
        foreach (var card in cards) page.Append($"| [{card.Code}](#{card.Code.ToLowerInvariant()}) | {card.Title} | {Words(card.Category.ToString())} | {Rated(card)} | {Weakness(card)} | {Techniques(card)} |\n");
        foreach (var card in cards) Section(page, card);
        return page.ToString();
    }

    private static void Section(StringBuilder page, RuleCard card)
    {
        page.Append($"\n## {card.Code}\n\n**{card.Title}.** {card.Why}\n\n");
        if (card.References is { } references) page.Append($"See also: {string.Join(", ", references.Words())}.\n\n");
        page.Append($"Actor: {Words(card.Actor.ToString())}. What to do:\n\n");
        foreach (var mitigation in card.Mitigations) page.Append($"* {mitigation}\n");
    }

    private static string Rated(RuleCard card) => $"{card.Suggested.Likelihood} × {card.Suggested.Impact} = {card.Suggested.Score}, {BandScale.Usual.Of(card.Suggested.Score).ToString().ToLowerInvariant()}";

    private static string Weakness(RuleCard card) => card.Cwe is { } cwe ? $"[{cwe}](https://cwe.mitre.org/data/definitions/{cwe}.html)" : "";

    private static string Techniques(RuleCard card) =>
        string.Join(", ", (card.Attack ?? []).Select(t => $"[{t}](https://attack.mitre.org/techniques/{t.Replace('.', '/')}/)"));

    private static string Words(string name) => Capital().Replace(name, " $0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Capital();
}
