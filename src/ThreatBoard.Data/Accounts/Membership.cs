namespace ThreatBoard.Data.Accounts;

/// <summary>What a person is in a workspace.</summary>
public enum Role
{
    Viewer,
    Reviewer,
    Editor,
    Owner,
}

/// <summary>What somebody wants to do with a model or a workspace.</summary>
public enum Right
{
    Read,
    Comment,
    Import,
    Edit,
    Publish,

    /// <summary>To decide about what others wrote: acceptances and revisions.</summary>
    Approve,
    Administer,
}

/// <summary>That a person belongs to a workspace, in a role.</summary>
public sealed record Membership
{
    public required Guid WorkspaceId { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whether single sign-on gave it, by a group: then it follows the groups at every sign-in, and no other membership does.</summary>
    public bool BySignOn { get; init; }
}

/// <summary>Which role gives which right.</summary>
public static class Roles
{
    public static bool Gives(this Role role, Right right) => right switch
    {
        Right.Read => true,
        Right.Comment => role is not Role.Viewer,
        Right.Import or Right.Edit or Right.Publish => role is Role.Editor or Role.Owner,
        Right.Approve => role is Role.Reviewer or Role.Owner,
        _ => role is Role.Owner,
    };
}
