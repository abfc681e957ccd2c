namespace ThreatBoard.Data.Accounts;

/// <summary>Somebody who belongs to a workspace, as its list of members shows them.</summary>
/// <param name="SeenAt">When a session of theirs was last used; null for never.</param>
public sealed record Member(Guid Person, string Name, Role Role, bool IsDisabled, DateTimeOffset? SeenAt);
