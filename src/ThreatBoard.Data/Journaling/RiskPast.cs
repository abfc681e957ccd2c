using System.Collections.Immutable;
using ThreatBoard.Domain.Board;

namespace ThreatBoard.Data.Journaling;

/// <summary>The open risk of a model day by day.</summary>
/// <param name="First">The day on which the first threat was written down; null where none ever was.</param>
public sealed record RiskPast(DateOnly? First, ImmutableArray<RiskDay> Days);
