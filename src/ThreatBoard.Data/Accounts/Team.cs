namespace ThreatBoard.Data.Accounts;

/// <summary>A named group of members of a workspace, which can own work as a person can.</summary>
public sealed record Team
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>Unique in the workspace, whatever its capitals; at most 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>That a member of a workspace belongs to one of its teams.</summary>
internal sealed record TeamMember
{
    public required Guid WorkspaceId { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid PersonId { get; init; }
}
