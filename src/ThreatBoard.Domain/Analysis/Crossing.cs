using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>The boundaries that a flow crosses, the outermost first: all but those of which both its ends lie wholly inside or wholly outside.</summary>
public sealed record Crossing(ImmutableArray<Boundary> Boundaries)
{
    public bool Any => Boundaries.Length > 0;

    /// <summary>The boundary with the fewest around it.</summary>
    /// <exception cref="InvalidOperationException">The flow crosses nothing.</exception>
    public Boundary Outermost => Boundaries is [var first, ..] ? first : throw new InvalidOperationException("The flow crosses no boundary.");
}
