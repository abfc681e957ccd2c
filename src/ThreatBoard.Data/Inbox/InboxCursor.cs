namespace ThreatBoard.Data.Inbox;

/// <summary>Up to which journal entry a model's notices are made.</summary>
public sealed record InboxCursor
{
    public required Guid ModelId { get; init; }

    public required long Number { get; init; }
}
