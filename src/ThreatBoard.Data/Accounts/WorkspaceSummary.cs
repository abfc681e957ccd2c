namespace ThreatBoard.Data.Accounts;

/// <summary>A workspace as the list of one's own shows it.</summary>
/// <param name="IsLocked">It asks for a second factor that this session did not show.</param>
/// <param name="Models">How many models are current; archived ones are not counted.</param>
public sealed record WorkspaceSummary(Guid Id, string Name, Role Role, bool IsLocked, bool RequiresSecondFactor, int Members, int Models);
