using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Inbox;

/// <summary>Why somebody is told.</summary>
public enum NoticeKind
{
    Mentioned,
    Assigned,
    ChangeSet,
    Due,
    Overdue,

    /// <summary>An acceptance or a revision waits for the person's decision.</summary>
    Approval,

    /// <summary>An acceptance comes near its last day.</summary>
    Expiring,

    /// <summary>An acceptance has passed its last day, and its threat is open again.</summary>
    Expired,

    /// <summary>A model is due for review.</summary>
    Review,
}

/// <summary>Something that waits for one person; shown only as long as the person may read the model.</summary>
public sealed record Notice
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid ModelId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>What it is about, once a person and model: the same happening never makes a second notice.</summary>
    public required string Key { get; init; }

    /// <summary>What to open: an entity, the whole model, or the source whose change set waits.</summary>
    public EntityRef Subject { get; init; }

    /// <summary>The number of the revision that was spoken about.</summary>
    public int? Revision { get; init; }

    /// <summary>What the subject was called then; at most <see cref="Limits.Title"/> characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who brought it about; empty where time did.</summary>
    public string By { get; init; } = "";

    /// <summary>The beginning of what was said; empty for the other kinds.</summary>
    public string Words { get; init; } = "";

    public DateOnly? Due { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
