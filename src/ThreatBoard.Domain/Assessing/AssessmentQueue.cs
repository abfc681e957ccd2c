using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Assessing;

/// <summary>Why a threat stands in the queue.</summary>
public enum QueueReason
{
    NotAssessed,

    /// <summary>The assessment has no justification, or nobody said who would do it.</summary>
    Incomplete,

    /// <summary>What was judged has changed since.</summary>
    Outdated,

    /// <summary>Nothing is left to do.</summary>
    Assessed,
}

/// <summary>A threat in the queue.</summary>
public sealed record QueuedThreat(Threat Threat, QueueReason Reason)
{
    public bool IsLeft => Reason is not QueueReason.Assessed;
}

/// <summary>The threats whose risk is carried, in the order in which they are best assessed: what the rules rate worst comes first.</summary>
public static class AssessmentQueue
{
    public static ImmutableArray<QueuedThreat> Of(ModelContent content, DateOnly today)
    {
        var states = ThreatState.OfAll(content, today);
        return
        [
            .. from threat in content.All<Threat>()
               where states[threat.Id].Status.CarriesRisk()
               orderby threat.Suggested?.Score ?? 0 descending, threat.Id
               select new QueuedThreat(threat, ReasonOf(content, threat)),
        ];
    }

    public static QueueReason ReasonOf(ModelContent content, Threat threat) => threat switch
    {
        { Assessment: null } => QueueReason.NotAssessed,
        { Assessment.Justification: var why, Actor: var actor } when string.IsNullOrWhiteSpace(why) || actor is null => QueueReason.Incomplete,
        _ when Assess.IsOutdated(content, threat) => QueueReason.Outdated,
        _ => QueueReason.Assessed,
    };
}

/// <summary>How many of a queue are done; what a person judged is counted apart from what they took over.</summary>
public sealed record AssessmentTally(int Threats, int Judged, int TakenOver, int Left)
{
    public static AssessmentTally Of(IReadOnlyCollection<QueuedThreat> queue) => new(
        queue.Count,
        queue.Count(queued => queued.Threat.Assessment?.Source is AssessmentSource.Judgement),
        queue.Count(queued => queued.Threat.Assessment?.Source is AssessmentSource.Suggestion),
        queue.Count(queued => queued.IsLeft));
}
