using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Boards;

/// <summary>The model that a piece of work belongs to.</summary>
/// <param name="Today">The day in its workspace.</param>
public sealed record WorkPlace(Guid Model, string Name, Guid WorkspaceId, string Workspace, BandScale Bands, DateOnly Today);

/// <summary>A threat or a mitigation that a person or their team answers for.</summary>
/// <param name="Kind">As in addresses: <c>threat</c> or <c>mitigation</c>.</param>
/// <param name="Score">The residual score; of a mitigation, the worst of the threats that it is against.</param>
/// <param name="IsRated">Whether anything that it counts is rated at all: what is not known is not told as no risk.</param>
public sealed record OwnedWork(WorkPlace At, string Kind, Guid Id, string Title, string About, Owner Owner, DateOnly? Due, int Score, bool IsRated)
{
    public bool IsOverdue => Due < At.Today;
}

/// <summary>An acceptance or the approval of a revision that waits for a decision which the person may make.</summary>
/// <param name="Threat">Null for a revision.</param>
public sealed record OpenDecision(WorkPlace At, Id<Threat>? Threat, string Title, string AskedBy, DateTimeOffset AskedAt);

/// <summary>An acceptance of the person's that comes near its last day.</summary>
public sealed record ExpiringAcceptance(WorkPlace At, Id<Threat> Threat, string Title, DateOnly Expires);

/// <summary>A reading of a source that waits to be taken or refused.</summary>
public sealed record WaitingReading(WorkPlace At, Guid Source, string Name, string By, DateTimeOffset Since);

/// <summary>A model whose review is due.</summary>
public sealed record DueReview(WorkPlace At, DateOnly Since);

/// <summary>All that waits for one person, across the models that they may read.</summary>
public sealed record MyWork(
    ImmutableArray<OwnedWork> Owned, ImmutableArray<OpenDecision> Decisions, ImmutableArray<ExpiringAcceptance> Expiring,
    ImmutableArray<WaitingReading> Readings, ImmutableArray<DueReview> Reviews)
{
    public int Count => Owned.Length + Decisions.Length + Expiring.Length + Readings.Length + Reviews.Length;
}
