namespace ThreatBoard.Web.Features.Iterations;

/// <summary>What somebody is about to say of some cells.</summary>
public sealed class NewMarks
{
    public bool IsOutOfScope { get; set; }

    public string Word { get; set; } = "";
}
