using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Journaling;

/// <summary>One thing that happened to one entity, and the entry that says who, when and why.</summary>
public sealed record EntityEvent(JournalEntryRow Entry, Change Change);
