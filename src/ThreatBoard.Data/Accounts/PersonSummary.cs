namespace ThreatBoard.Data.Accounts;

/// <summary>A person as the administrators' list shows them.</summary>
/// <param name="SeenAt">When a session of theirs was last used; null for never.</param>
/// <param name="Sessions">How many of their sessions stand.</param>
/// <param name="SoleOwnerOf">Names of workspaces that have no other owner who can sign in.</param>
public sealed record PersonSummary(
    Guid Id, string Name, bool IsAdministrator, DateTimeOffset? DisabledAt, DateTimeOffset CreatedAt, DateTimeOffset? SeenAt,
    int Sessions, int Workspaces, IReadOnlyList<string> SoleOwnerOf);
