using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Revisions;

/// <summary>The threats that went from one cell of the residual matrix to another.</summary>
/// <param name="From">Null for those that were not carried before.</param>
/// <param name="To">Null for those that are carried no more.</param>
public sealed record MatrixMove(Rating? From, Rating? To, ImmutableArray<Threat> Threats)
{
    /// <summary>By how much the score of each rises, negative where it falls.</summary>
    public int Difference => (To?.Score ?? 0) - (From?.Score ?? 0);
}
