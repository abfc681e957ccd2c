using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Which rules have looked at a model, as its iterations keep it.</summary>
public static class RulesThatRan
{
    /// <summary>What the rules of the last run look for, by category, whichever iteration it was in.</summary>
    public static ILookup<Stride, string> In(ModelContent content) => Last(content).ToLookup(rule => rule.Category, rule => rule.Looks);

    /// <summary>The rules of the last run.</summary>
    public static ImmutableArray<KnownRule> Last(ModelContent content) =>
        [.. (content.All<Iteration>().Where(iteration => iteration.RulesRun is not null).MaxBy(iteration => iteration.Number)?.RulesRun!.Known ?? []).Select(KnownRule.Of)];

    /// <summary>What the iteration that is open keeps of a run; nothing where none is, or where it keeps the same already.</summary>
    /// <param name="now">When the run began, before it made any threat.</param>
    public static ImmutableArray<Change> Noted(ModelContent content, IEnumerable<RuleCard> cards, DateTimeOffset now)
    {
        if (Iteration.Current(content) is not { } iteration) return [];
        var before = Last(content).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        var known = cards.Select(card => KnownRule.Of(card, before.GetValueOrDefault(card.Code), before.Count == 0, now));
        var run = new RulesRun(SubjectDigests.Of(content).Architecture, [.. known.Select(rule => rule.ToString())]);
        return iteration.RulesRun == run ? [] : [Change.Of(iteration, iteration with { RulesRun = run })];
    }
}
