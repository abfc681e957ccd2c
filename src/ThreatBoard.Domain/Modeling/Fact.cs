namespace ThreatBoard.Domain.Modeling;

/// <summary>A fact that somebody may not have stated.</summary>
public enum Fact
{
    Unknown,
    No,
    Yes,
}
