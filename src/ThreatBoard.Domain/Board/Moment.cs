using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Board;

/// <summary>One entry of the journal as the board looks back on it.</summary>
/// <param name="Words">What history calls it.</param>
public sealed record Moment(long Number, DateTimeOffset At, string Author, string Words, ImmutableArray<Change> Changes);
