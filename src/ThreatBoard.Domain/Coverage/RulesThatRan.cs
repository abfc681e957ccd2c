using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Which rules have looked at a model, as the model itself keeps it, and its iterations with what they looked at.</summary>
public static class RulesThatRan
{
    /// <summary>What the rules of the last run look for, by category.</summary>
    public static ILookup<Stride, string> In(ModelContent content) => Last(content).ToLookup(rule => rule.Category, rule => rule.Looks);

    /// <summary>The rules of the last run; of a model that ran none since it keeps them itself, those that its iterations know.</summary>
    public static ImmutableArray<KnownRule> Last(ModelContent content) =>
        [.. (content.All<KnownRules>().SingleOrDefault()?.Rules ?? content.All<Iteration>().Where(iteration => iteration.RulesRun is not null).MaxBy(iteration => iteration.Number)?.RulesRun!.Known ?? []).Select(KnownRule.Of)];

    /// <summary>What the model and the iteration that is open keep of a run; nothing where they keep the same already.</summary>
    /// <param name="now">When the run began, before it made any threat.</param>
    public static ImmutableArray<Change> Noted(ModelContent content, IReadOnlyCollection<RuleCard> cards, DateTimeOffset now)
    {
        if (cards.Count == 0) return [];
        var before = Last(content).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        ValueSet<string> known = [.. cards.Select(card => KnownRule.Of(card, before.GetValueOrDefault(card.Code), before.Count == 0, now).ToString())];
        return [.. OfModel(content, known), .. OfIteration(content, known)];
    }

    private static IEnumerable<Change> OfModel(ModelContent content, ValueSet<string> known)
    {
        var noted = new KnownRules { Id = KnownRules.OfModel, Rules = known };
        if (content.All<KnownRules>().SingleOrDefault() is not { } kept) yield return Change.Add(noted);
        else if (kept != noted) yield return Change.Of(kept, noted);
    }

    private static IEnumerable<Change> OfIteration(ModelContent content, ValueSet<string> known)
    {
        if (Iteration.Current(content) is not { } iteration) yield break;
        var run = new RulesRun(SubjectDigests.Of(content).Architecture, known);
        if (iteration.RulesRun != run) yield return Change.Of(iteration, iteration with { RulesRun = run });
    }
}
