using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Why a change cannot be joined with what happened meanwhile.</summary>
public enum ConflictKind
{
    /// <summary>Both changed the same field to different values.</summary>
    SameField,

    /// <summary>I changed what they removed.</summary>
    RemovedByThem,

    /// <summary>I removed what they changed.</summary>
    ChangedByThem,

    /// <summary>Both added an entity of this id, with different values.</summary>
    AddedTwice,

    /// <summary>I changed a threat while they removed what it is about.</summary>
    SubjectRemoved,
}

/// <summary>Three values side by side, of which a person must choose; nothing is written until they do.</summary>
/// <param name="Field">The field's stored name, or null where the whole entity is at stake.</param>
public sealed record Conflict(ConflictKind Kind, EntityRef Entity, string Title, string? Field, object? Base, object? Theirs, object? Mine);
