using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>In which order work is done, the most urgent first.</summary>
public enum Priority
{
    Urgent,
    High,
    Normal,
    Low,
}

/// <summary>A person's word on the priority of a threat, and why.</summary>
public sealed record PriorityChoice(Priority Priority, string Reason)
{
    public static string? Problem(PriorityChoice? choice) => choice switch
    {
        null => null,
        { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Say why: another priority than the derived one needs a reason.",
        { Reason.Length: > Limits.Text } => $"The reason has over {Limits.Text} characters: shorten it.",
        { Reason: var reason } => TextRules.Problem(reason) is { } problem ? $"The reason {problem}" : null,
    };
}
