using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Drafts;

/// <summary>What a person typed into one box or form and has not saved yet.</summary>
public sealed record Draft
{
    public required Guid PersonId { get; init; }

    /// <summary><see cref="Guid.Empty"/> where it is about what belongs to no model yet, such as a new one.</summary>
    public required Guid ModelId { get; init; }

    /// <summary>The kind of what is written on, as <see cref="EntityRef.Kind"/>.</summary>
    public required string Kind { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>The field's or the form's name, at most <see cref="Limits.Title"/> characters.</summary>
    public required string Field { get; init; }

    /// <summary>At most <see cref="Limits.Draft"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>The stored value that its author saw when the writing began.</summary>
    public required string BasedOn { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
