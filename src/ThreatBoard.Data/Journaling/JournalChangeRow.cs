using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Journaling;

/// <summary>What an operation did to one entity, as stored; of a changed entity only the fields that differ.</summary>
public sealed record JournalChangeRow
{
    public required Guid ModelId { get; init; }

    public required long Number { get; init; }

    /// <summary>The place in the entry, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string EntityKind { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>UTF-8 JSON; null where the entity was added.</summary>
    public byte[]? Before { get; init; }

    /// <summary>UTF-8 JSON; null where the entity was removed.</summary>
    public byte[]? After { get; init; }

    /// <summary>The form of the JSON; readers upgrade older ones.</summary>
    public required int Shape { get; init; }

    internal ChangeJson ToJson() => new(new EntityRef(EntityKind, EntityId), Before, After, Shape);
}
