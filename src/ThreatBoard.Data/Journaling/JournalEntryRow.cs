using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data.Journaling;

/// <summary>One operation on a model as stored; appended, never altered.</summary>
public sealed record JournalEntryRow
{
    public required Guid ModelId { get; init; }

    /// <summary>1 for the first of a model, without gaps.</summary>
    public required long Number { get; init; }

    public required Guid Operation { get; init; }

    /// <summary>SHA-256 of the intent, so that the same operation id with another intent is noticed.</summary>
    public required byte[] OperationDigest { get; init; }

    public required EntryKind Kind { get; init; }

    public required Setter By { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>The author's name at that time.</summary>
    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    /// <summary>What happened, in a few words, such as <c>move of 3</c>; reads after <em>Undo</em>.</summary>
    public required string Summary { get; init; }

    /// <summary>The number of the entry that this one takes back.</summary>
    public long? Undoes { get; init; }

    /// <summary>How many entities it changed.</summary>
    public required int Changes { get; init; }

    public required byte[] BodyDigest { get; init; }

    /// <summary>Chained: SHA-256 of the previous entry's hash, this header and the body digest.</summary>
    public required byte[] Hash { get; init; }
}
