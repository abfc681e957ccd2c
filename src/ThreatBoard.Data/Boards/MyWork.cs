using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Boards;

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
/// <param name="Nobodys">The riskiest open threats that nobody answers for, of models that the person may edit: they wait for somebody.</param>
public sealed record MyWork(
    ImmutableArray<OwnedWork> Owned, ImmutableArray<OpenDecision> Decisions, ImmutableArray<ExpiringAcceptance> Expiring,
    ImmutableArray<WaitingReading> Readings, ImmutableArray<DueReview> Reviews, ImmutableArray<OwnedWork> Nobodys)
{
    /// <summary>How much waits for the person; what is nobody's is not theirs.</summary>
    public int Count => Owned.Length + Decisions.Length + Expiring.Length + Readings.Length + Reviews.Length;
}
