namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Which state of a comparison is drawn.</summary>
public enum ComparisonSide
{
    /// <summary>The state after, with what was removed as ghosts.</summary>
    Both,
    Before,
    After,
}
