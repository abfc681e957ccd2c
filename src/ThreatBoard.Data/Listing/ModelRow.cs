using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Listing;

/// <summary>A model as the workspace keeps it, beside its entities.</summary>
public sealed record ModelRow
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public ValueSet<string> Tags { get; init; } = [];

    public DateTimeOffset? ArchivedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The number of the last journal entry; only the door raises it.</summary>
    public long Sequence { get; init; }
}
