using System.Collections.Immutable;
using System.Text.Json;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>What the lines of the security audit are called on screen.</summary>
public static class AuditWords
{
    private static readonly ImmutableDictionary<string, string> s_words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AuditKind.SignedIn] = "Logged in",
        [AuditKind.SignInRefused] = "Login refused",
        [AuditKind.LockedOut] = "Locked out",
        [AuditKind.SignedOut] = "Logged out",
        [AuditKind.SessionsEnded] = "Sessions ended",
        [AuditKind.PasswordChanged] = "Password changed",
        [AuditKind.SecondFactorChanged] = "Second factor changed",
        [AuditKind.AccountMade] = "Account made",
        [AuditKind.AccountDisabled] = "Account disabled",
        [AuditKind.AccountEnabled] = "Account enabled",
        [AuditKind.LinkIssued] = "Link handed over",
        [AuditKind.AdministratorChanged] = "Administrator changed",
        [AuditKind.InvitationMade] = "Invited",
        [AuditKind.InvitationTakenBack] = "Invitation taken back",
        [AuditKind.InvitationAccepted] = "Invitation accepted",
        [AuditKind.MemberAdded] = "Member added",
        [AuditKind.RoleChanged] = "Role changed",
        [AuditKind.MemberRemoved] = "Member removed",
        [AuditKind.TeamChanged] = "Team changed",
        [AuditKind.WorkspaceMade] = "Workspace made",
        [AuditKind.SettingChanged] = "Setting changed",
        [AuditKind.ModelMoved] = "Model moved",
        [AuditKind.TokenMade] = "Access token made",
        [AuditKind.TokenRevoked] = "Access token revoked",
        [AuditKind.Exported] = "Exported",
        [AuditKind.Imported] = "Imported",
        [AuditKind.Verified] = "History verified",
        [AuditKind.Damaged] = "Damage found",
        [AuditKind.EmailChanged] = "E-mail address changed",
        [AuditKind.InstallationSettled] = "Installation set up",
        [AuditKind.InstallationTurned] = "Turned into a server",
        [AuditKind.Denied] = "Refused",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>A kind of a later version is shown as it is stored.</summary>
    public static string Kind(string kind) => s_words.GetValueOrDefault(kind, kind);

    /// <summary>What else a line says, as <c>key: text</c>.</summary>
    public static IEnumerable<(string Key, string Text)> Detail(AuditRow row) =>
        (JsonSerializer.Deserialize<Dictionary<string, string>>(row.Detail) ?? []).Where(pair => !pair.Key.EndsWith("-id", StringComparison.Ordinal)).Select(pair => (pair.Key, pair.Value));
}
