using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Sources;

/// <summary>One source of a model as the list shows it.</summary>
/// <param name="Snapshot">The first digits of the accepted snapshot's hash; empty before the first.</param>
/// <param name="AcceptedAt">When a reading was accepted last, and by whom.</param>
/// <param name="WaitingSince">When a reading that nobody has decided about was made, or null.</param>
/// <param name="IsSample">It is the sample, whose hardened version can be imported.</param>
public sealed record SourceRow(
    Id<Source> Id, string Name, string Cluster, string Environment, string Snapshot,
    DateTimeOffset? AcceptedAt, string? AcceptedBy, DateTimeOffset? WaitingSince, SourceCounts Counts, bool IsSample);

/// <summary>How much of a model a source brought.</summary>
public sealed record SourceCounts(int Boundaries, int Components, int Flows, int Controls);

/// <summary>The sources of a model, with what was drawn by hand.</summary>
public sealed record SourceList(string ModelName, IReadOnlyList<SourceRow> Rows, int DrawnComponents, int DrawnFlows);
