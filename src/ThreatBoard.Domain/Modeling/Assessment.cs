using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Modeling;

/// <summary>A person's judgement of a threat.</summary>
public sealed record Assessment(int Likelihood, int Impact, string Justification)
{
    public Rating ToRating() => new(Likelihood, Impact);

    public static string? Problem(Assessment? assessment) =>
        assessment is null ? null
        : assessment.Justification.Length > Limits.Text ? $"The justification has over {Limits.Text} characters: shorten it."
        : Rating.Problem(assessment.ToRating());
}
