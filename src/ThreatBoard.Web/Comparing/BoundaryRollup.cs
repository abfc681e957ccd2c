using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Comparing;

/// <summary>What changed inside one boundary, with everything that lies in it, and the residual score there before and after.</summary>
/// <param name="Depth">0 for an outermost boundary.</param>
/// <param name="Kind">Null where the boundary itself is in both states.</param>
public sealed record BoundaryRollup(
    Id<Boundary> Boundary, string Name, BoundaryKind Type, int Depth, ChangeKind? Kind, ChangeTally Tally, int ScoreBefore, int ScoreAfter);
