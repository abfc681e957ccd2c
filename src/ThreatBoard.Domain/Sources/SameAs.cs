namespace ThreatBoard.Domain.Sources;

/// <summary>A person's word that what a reading calls <paramref name="Key"/> is an entity the model already has: renamed, or first drawn by hand.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Key">The origin key in the new reading.</param>
/// <param name="Entity">The id of the entity in the model.</param>
public sealed record SameAs(string Kind, string Key, Guid Entity);
