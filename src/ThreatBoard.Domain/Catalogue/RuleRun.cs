using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Catalogue;

/// <summary>The outcome of running some rules over a model: which ran, and what they found.</summary>
/// <param name="Ran">Codes of the rules that ran over the whole model; findings of other rules are left alone.</param>
public sealed record RuleRun(ImmutableHashSet<string> Ran, ImmutableArray<Finding> Findings)
{
    /// <summary>The cards of the rules that ran.</summary>
    public ImmutableArray<RuleCard> Cards { get; init; } = [];

    public static RuleRun Of<TWorld>(TWorld world, IEnumerable<IThreatRule<TWorld>> rules)
    {
        var all = rules.ToList();
        return new([.. all.Select(rule => rule.Card.Code)], [.. all.SelectMany(rule => rule.Examine(world))]) { Cards = [.. all.Select(rule => rule.Card)] };
    }

    public RuleRun And(RuleRun other) => new(Ran.Union(other.Ran), Findings.AddRange(other.Findings)) { Cards = [.. Cards.Concat(other.Cards).DistinctBy(card => card.Code)] };

    /// <summary>What the run changes in the threats of a content; what people decided stays as it is. The model keeps which rules ran, and the iteration that is open on what.</summary>
    public ImmutableArray<Change> ChangesTo(ModelContent content, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var known = content.All<Threat>().Where(t => t.Finding is not null).ToDictionary(t => t.Finding!);
        var actors = content.All<Actor>().OrderBy(a => a.Id).ToLookup(a => a.Kind, a => a.Id);
        var found = Findings.DistinctBy(f => f.Key).ToDictionary(f => f.Key);
        var answered = found.Values.Select(f => known.TryGetValue(f.Key, out var threat)
            ? Change.Of(threat, Answered(threat, f))
            : Change.Add(Stored(f, actors, clock)));
        var silent = known.Values.Where(t => Ran.Contains(t.Finding!.Rule) && !found.ContainsKey(t.Finding)).Select(NotFoundAnyMore);
        var threats = answered.Concat(silent).Where(change => change.Before is null || !change.Before.Equals(change.After));
        return [.. threats, .. RulesThatRan.Noted(content, Cards, now)];
    }

    private static Threat Answered(Threat threat, Finding finding) => threat with
    {
        Verdict = new(finding.Answer, finding.Reason),
        Evidence = finding.Evidence,
        Suggested = finding.Suggested,
        Subject = threat.Subject.IsGone ? ThreatSubject.Of(finding.Subject) : threat.Subject,
    };

    private static Threat Stored(Finding finding, ILookup<ActorKind, Id<Actor>> actors, TimeProvider clock) => new()
    {
        Id = Id<Threat>.New(clock),
        Title = finding.Card.Title,
        Description = finding.Card.Why,
        Category = finding.Card.Category,
        Subject = ThreatSubject.Of(finding.Subject),
        Actor = actors[finding.Card.Actor].Select(id => (Id<Actor>?)id).FirstOrDefault(),
        CameFrom = ThreatSource.Rule,
        Finding = finding.Key,
        Verdict = new(finding.Answer, finding.Reason),
        Evidence = finding.Evidence,
        Suggested = finding.Suggested,
    };

    private static Change<Threat> NotFoundAnyMore(Threat threat) =>
        Change.Of(threat, threat with { Verdict = new(Answer.NotFound, "The rule does not find it any more.") });
}
