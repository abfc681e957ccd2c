using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Journaling;

/// <summary>A part of what happened to a threat, the newest first.</summary>
/// <param name="Next">The number before which older entries are; null where these are the oldest.</param>
public sealed record TimelinePage(ImmutableArray<TimelineEntry> Entries, long? Next);

/// <summary>One operation with what it did to the threat and to what belongs to it; of a changed entity the fields that differ, and nothing else.</summary>
public sealed record TimelineEntry(JournalEntryRow Entry, ImmutableArray<Change> Changes);
