using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Boards;

/// <summary>A threat or a mitigation that a person or their team answers for.</summary>
/// <param name="Kind">As in addresses: <c>threat</c> or <c>mitigation</c>.</param>
/// <param name="Score">The residual score; of a mitigation, the worst of the threats that it is against.</param>
/// <param name="IsRated">Whether anything that it counts is rated at all: what is not known is not told as no risk.</param>
public sealed record OwnedWork(WorkPlace At, string Kind, Guid Id, string Title, string About, Owner Owner, DateOnly? Due, int Score, bool IsRated)
{
    public bool IsOverdue => Due < At.Today;
}
