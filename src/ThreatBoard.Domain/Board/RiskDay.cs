using System.Collections.Immutable;

namespace ThreatBoard.Domain.Board;

/// <summary>The open residual risk at the end of a day.</summary>
/// <param name="Score">The sum of the residual scores of the open threats.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Moved">What moved the score on that day, with the difference.</param>
public sealed record RiskDay(DateOnly Day, int Score, int Open, ImmutableArray<(Moment Moment, int Difference)> Moved);
