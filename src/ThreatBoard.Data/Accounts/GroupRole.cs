namespace ThreatBoard.Data.Accounts;

/// <summary>That a group of the OpenID provider has a role in a workspace.</summary>
/// <param name="Group">As the provider names it, to the letter.</param>
/// <param name="Workspace">Its id, or its name where no other workspace has the same.</param>
public sealed record GroupRole(string Group, string Workspace, Role Role);
