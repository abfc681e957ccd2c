using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Mitigations;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Mitigations;

/// <summary>What moving several mitigations to one state comes to: what moves, what is there already, and what may not and why.</summary>
public sealed record MitigationBulk(ImmutableArray<Change> Changes, int Unchanged, ImmutableArray<(Mitigation Mitigation, string Problem)> Refused)
{
    /// <param name="by">As the person would sign.</param>
    /// <param name="verifierDiffers">Whether the workspace lets nobody verify what they implemented.</param>
    public static MitigationBulk Of(IReadOnlyCollection<Mitigation> mitigations, MitigationStatus to, Signature by, bool verifierDiffers)
    {
        var moved = mitigations.Where(mitigation => mitigation.Status != to).Select(mitigation => Change.Of(mitigation, mitigation with { Status = to }))
            .Select(change => (Change: change, MitigationMoves.Settle(change, by, verifierDiffers).Problem)).ToList();
        return new(
            [.. moved.Where(pair => pair.Problem is null).Select(pair => pair.Change)],
            mitigations.Count - moved.Count,
            [.. moved.Where(pair => pair.Problem is not null).Select(pair => (pair.Change.Before!, pair.Problem!))]);
    }
}
