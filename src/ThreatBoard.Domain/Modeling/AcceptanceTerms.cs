using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>On what terms the risk of a threat is carried.</summary>
/// <param name="Controls">What makes up for the missing mitigation; may be empty.</param>
/// <param name="Expires">The last day on which it holds, in the workspace's time zone.</param>
public sealed record AcceptanceTerms(string Reason, string Controls, DateOnly Expires)
{
    public static AcceptanceTerms None { get; } = new("", "", default);

    public static string? Problem(AcceptanceTerms terms) =>
        terms.Reason.Length > Limits.Text || terms.Controls.Length > Limits.Text ? $"Reason and compensating controls have at most {Limits.Text} characters each: shorten them."
        : TextRules.Problem(terms.Reason + terms.Controls) is { } problem ? $"The acceptance {problem}"
        : null;
}
