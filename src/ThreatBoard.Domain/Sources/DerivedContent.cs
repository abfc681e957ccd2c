using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>What one reading of a source derives, with ids of its own (<see cref="DerivedId"/>); every entity has one origin, whose key is unique for its kind.</summary>
/// <remarks>Stored in the snapshot, so that the next reading is compared with what was derived then, not with what today's code would derive from it.</remarks>
public sealed record DerivedContent(ModelContent Content)
{
    public static DerivedContent Nothing { get; } = new(ModelContent.Empty);

    /// <summary>The source that derived entities name until they meet a model.</summary>
    public static Id<Source> Self { get; } = new(Guid.Parse("00000000-0000-8000-8000-000000000001"));

    /// <summary>The origin of an entity with this key.</summary>
    public static ValueSet<Origin> OriginOf(string key) => [new Origin(Self, key)];
}
