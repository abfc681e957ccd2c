namespace ThreatBoard.Data.Publishing;

/// <summary>A revision as the list shows it.</summary>
/// <param name="Sequence">The journal number whose state it holds.</param>
/// <param name="Hash">32 bytes, chained to the revision before.</param>
/// <param name="ContentHash">32 bytes, equal for equal content.</param>
public sealed record RevisionSummary(int Number, long Sequence, string Author, DateTimeOffset At, string Message, byte[] Hash, byte[] ContentHash);
