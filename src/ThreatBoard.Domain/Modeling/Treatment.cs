using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>What is to be done about a threat.</summary>
public enum TreatmentKind
{
    Undecided,
    Mitigate,
    Accept,
    Transfer,
    Avoid,
    NotApplicable,
}

/// <summary>What was decided about a threat, and why; all but mitigating need a reason.</summary>
/// <param name="To">Who carries a transferred risk, such as an insurer or a provider; empty for other kinds.</param>
public sealed record Treatment(TreatmentKind Kind, string Reason, string To = "")
{
    public static Treatment Undecided { get; } = new(TreatmentKind.Undecided, "");

    public static string? Problem(Treatment treatment) => treatment switch
    {
        { Reason.Length: > Limits.Text } => $"The reason has over {Limits.Text} characters: shorten it.",
        { To.Length: > Limits.Name } => $"Whoever carries the risk has over {Limits.Name} characters: shorten it.",
        { To: var to } when TextRules.Problem(to) is { } problem => $"Whoever carries the risk {problem}",
        { Kind: not TreatmentKind.Transfer, To.Length: > 0 } => "Only a transferred risk is carried by somebody else: leave that out.",
        { Kind: TreatmentKind.Undecided or TreatmentKind.Mitigate } => null,
        { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Say why: this treatment needs a reason.",
        _ => null,
    };
}
