using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Which rules have looked at a model, as its iterations keep it.</summary>
public static class RulesThatRan
{
    /// <summary>The codes of the last run by category, whichever iteration it was in.</summary>
    public static ILookup<Stride, string> In(ModelContent content)
    {
        var known = content.All<Iteration>().Where(iteration => iteration.RulesRun is not null).MaxBy(iteration => iteration.Number)?.RulesRun!.Known ?? [];
        return known.ToLookup(rule => Enum.TryParse<Stride>(rule.Split(' ')[0], out var category) ? category : default, rule => rule);
    }

    /// <summary>What the iteration that is open keeps of a run; nothing where none is, or where it keeps the same already.</summary>
    public static ImmutableArray<Change> Noted(ModelContent content, IEnumerable<RuleCard> cards)
    {
        if (Iteration.Current(content) is not { } iteration) return [];
        var run = new RulesRun(SubjectDigests.Of(content).Architecture, [.. cards.Select(card => $"{card.Category} {card.Code}")]);
        return iteration.RulesRun == run ? [] : [Change.Of(iteration, iteration with { RulesRun = run })];
    }
}
