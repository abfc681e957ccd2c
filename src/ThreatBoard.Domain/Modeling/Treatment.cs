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
public sealed record Treatment(TreatmentKind Kind, string Reason)
{
    public static Treatment Undecided { get; } = new(TreatmentKind.Undecided, "");

    public static string? Problem(Treatment treatment) => treatment switch
    {
        { Reason.Length: > Limits.Text } => $"The reason has over {Limits.Text} characters: shorten it.",
        { Kind: TreatmentKind.Undecided or TreatmentKind.Mitigate } => null,
        { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Say why: this treatment needs a reason.",
        _ => null,
    };
}
