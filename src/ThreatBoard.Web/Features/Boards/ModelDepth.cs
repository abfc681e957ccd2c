using System.Collections.Immutable;
using ThreatBoard.Domain.Board;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>What the board over all models shows of one model beyond what is counted where its threats lie.</summary>
/// <param name="Past">The open risk day by day, from the day before its first threat on.</param>
/// <param name="Burndown">Of the open iteration, from the day on which it was opened; empty where none is open.</param>
public sealed record ModelDepth(ImmutableArray<RiskDay> Past, ImmutableArray<RiskDay> Burndown, GraphBoard Graph);
