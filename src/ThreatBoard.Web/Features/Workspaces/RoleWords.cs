using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>What the roles are called, and what they may do.</summary>
public static class RoleWords
{
    public static IReadOnlyList<Role> All { get; } = [Role.Owner, Role.Editor, Role.Reviewer, Role.Viewer];

    public static string WithArticle(this Role role) => role switch
    {
        Role.Owner => "an owner",
        Role.Editor => "an editor",
        Role.Reviewer => "a reviewer",
        _ => "a viewer",
    };

    public static string Means(this Role role) => role switch
    {
        Role.Owner => "does everything, and looks after members and settings",
        Role.Editor => "draws, decides, imports and publishes",
        Role.Reviewer => "reads and comments",
        _ => "reads",
    };
}
