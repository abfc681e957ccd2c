using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Assessing;

/// <summary>What a person judges of a threat, as an edit that remembers what was looked at.</summary>
public static class Assess
{
    /// <summary>A judgement of one's own.</summary>
    public static Change<Threat> By(ModelContent seen, Threat threat, int likelihood, int impact, string justification, Id<Actor>? actor) =>
        Change.Of(threat, threat with { Assessment = new(likelihood, impact, justification, AssessmentSource.Judgement, LookedAt(seen, threat)), Actor = actor });

    /// <summary>The rule's rating taken over; null where no rule suggests one.</summary>
    public static Change<Threat>? BySuggestion(ModelContent seen, Threat threat, string justification, Id<Actor>? actor) =>
        threat.Suggested is not { } suggested ? null
        : Change.Of(threat, threat with
        {
            Assessment = new(suggested.Likelihood, suggested.Impact, justification, AssessmentSource.Suggestion, LookedAt(seen, threat)),
            Actor = actor,
        });

    /// <summary>The digest that an assessment made now would keep.</summary>
    public static string LookedAt(ModelContent seen, Threat threat) => SubjectDigests.Of(seen)[threat.Subject.Ref];

    /// <summary>Whether what was judged has changed since.</summary>
    public static bool IsOutdated(ModelContent content, Threat threat) =>
        threat is { Assessment: { LookedAt.Length: > 0 } assessment, Subject.IsGone: false } && assessment.LookedAt != LookedAt(content, threat);
}
