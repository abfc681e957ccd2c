using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>What follows from a threat, its mitigations and nothing else: stored beside it for filtering, in no hash and no comparison.</summary>
/// <param name="Inherent">The assessment, else the rule's suggestion; null where neither rated it, or where the rule cannot tell: what is unknown is not counted as if it were so.</param>
/// <param name="Residual">What is left once every implemented mitigation has taken off its part.</param>
/// <param name="Planned">What would be left if every linked mitigation were implemented.</param>
public sealed record ThreatState(ThreatStatus Status, Rating? Inherent, Rating? Residual, Rating? Planned)
{
    /// <summary>The score of what is still carried: 0 where nothing is.</summary>
    public int ResidualScore => Status.CarriesRisk() ? Residual?.Score ?? 0 : 0;

    /// <param name="isAccepted">Whether an approved acceptance holds; a treatment alone accepts nothing.</param>
    public static ThreatState Of(Threat threat, IReadOnlyCollection<(MitigationLink Link, Mitigation Mitigation)> mitigations, bool isAccepted = false)
    {
        var inherent = threat.Assessment?.ToRating() ?? (threat.Verdict.Answer is Answer.CannotTell ? null : threat.Suggested);
        return new(
            StatusOf(threat, mitigations, isAccepted),
            inherent,
            Lowered(inherent, mitigations.Where(m => m.Mitigation.IsDone)),
            Lowered(inherent, mitigations));
    }

    /// <summary>The state of every threat of a content, by id; shared by all who look at it. Which day it is does not count: a job writes down what has expired.</summary>
    public static IReadOnlyDictionary<Id<Threat>, ThreatState> OfAll(ModelContent content) =>
        content.Shared(known => new Derived(Derive(known, acceptance => acceptance.State is AcceptanceState.Approved))).States;

    /// <summary>As <see cref="OfAll(ModelContent)"/>, where an overdue acceptance holds no longer.</summary>
    public static IReadOnlyDictionary<Id<Threat>, ThreatState> OfAll(ModelContent content, DateOnly today) =>
        content.All<Acceptance>().Any(acceptance => acceptance.IsOverdue(today)) ? Derive(content, acceptance => acceptance.Holds(today)) : OfAll(content);

    private static Dictionary<Id<Threat>, ThreatState> Derive(ModelContent content, Func<Acceptance, bool> holds)
    {
        var accepted = content.All<Acceptance>().Where(holds).Select(acceptance => acceptance.Threat).ToHashSet();
        var links = content.All<MitigationLink>()
            .Select(link => (Link: link, Mitigation: content.Find<Mitigation>(link.Mitigation.Value)!))
            .ToLookup(pair => pair.Link.Threat);
        return content.All<Threat>().ToDictionary(threat => threat.Id, threat => Of(threat, [.. links[threat.Id]], accepted.Contains(threat.Id)));
    }

    private static ThreatStatus StatusOf(Threat threat, IReadOnlyCollection<(MitigationLink, Mitigation Mitigation)> mitigations, bool isAccepted) => threat switch
    {
        { Subject.IsGone: true } or { Verdict.Answer: Answer.NotFound } => ThreatStatus.ResolvedByChange,
        { Treatment.Kind: TreatmentKind.Accept } when isAccepted => ThreatStatus.Accepted,
        { Treatment.Kind: TreatmentKind.Transfer } => ThreatStatus.Transferred,
        { Treatment.Kind: TreatmentKind.Avoid } => ThreatStatus.Avoided,
        { Treatment.Kind: TreatmentKind.NotApplicable } => ThreatStatus.NotApplicable,
        _ when mitigations.Count > 0 && mitigations.All(m => m.Mitigation.IsDone) => ThreatStatus.Mitigated,
        { Treatment.Kind: TreatmentKind.Mitigate } => ThreatStatus.InTreatment,
        _ when mitigations.Count > 0 => ThreatStatus.InTreatment,
        { Assessment: not null } => ThreatStatus.Assessed,
        _ => ThreatStatus.Open,
    };

    private static Rating? Lowered(Rating? inherent, IEnumerable<(MitigationLink Link, Mitigation Mitigation)> mitigations) =>
        mitigations.Aggregate(inherent, (rating, m) => rating?.LoweredBy(m.Link.Effect));

    private sealed record Derived(Dictionary<Id<Threat>, ThreatState> States);
}
