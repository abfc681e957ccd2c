namespace ThreatBoard.Web.Importing;

/// <summary>What became of accepting a change set.</summary>
/// <param name="Changes">Entities that were written.</param>
/// <param name="Problem">Why nothing was written, or null.</param>
public sealed record AcceptedImport(int Changes, int NewThreats, int GoneThreats, string? Problem)
{
    public static AcceptedImport Failed(string problem) => new(0, 0, 0, problem);
}
