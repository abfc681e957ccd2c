namespace ThreatBoard.Domain.Modeling;

/// <summary>How a threat came to be known.</summary>
public enum ThreatSource
{
    Rule,
    Workshop,
    PenetrationTest,
    Incident,
    Other,
}
