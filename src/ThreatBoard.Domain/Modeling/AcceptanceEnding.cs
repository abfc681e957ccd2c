namespace ThreatBoard.Domain.Modeling;

/// <summary>Why an acceptance holds no longer.</summary>
public enum AcceptanceEnd
{
    Withdrawn,
    Expired,
    Renewed,
}

/// <summary>That an acceptance came to its end, and by whom.</summary>
public sealed record AcceptanceEnding(AcceptanceEnd Kind, Guid Person, string Name, DateTimeOffset At, string Word);
