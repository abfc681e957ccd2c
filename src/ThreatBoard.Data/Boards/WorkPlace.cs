using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Boards;

/// <summary>The model that a piece of work belongs to.</summary>
/// <param name="Today">The day in its workspace.</param>
public sealed record WorkPlace(Guid Model, string Name, Guid WorkspaceId, string Workspace, BandScale Bands, DateOnly Today);
