using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Whether a person judged, or took a rule's suggestion over; the two are counted apart.</summary>
public enum AssessmentSource
{
    Judgement,
    Suggestion,
}

/// <summary>A person's judgement of a threat.</summary>
/// <param name="LookedAt">The digest of the subject that was judged; empty where nobody kept it. When the subject changes, the judgement is asked again.</param>
public sealed record Assessment(int Likelihood, int Impact, string Justification, AssessmentSource Source = AssessmentSource.Judgement, string LookedAt = "")
{
    public Rating ToRating() => new(Likelihood, Impact);

    public static string? Problem(Assessment? assessment) =>
        assessment is null ? null
        : assessment.Justification.Length > Limits.Text ? $"The justification has over {Limits.Text} characters: shorten it."
        : assessment.LookedAt.Length > Limits.Key ? $"The digest of what was looked at has over {Limits.Key} characters."
        : Rating.Problem(assessment.ToRating());
}
