namespace ThreatBoard.Data.Auditing;

/// <summary>What the security audit records, as <c>area.what</c>; stored, so a word once used stays.</summary>
public static class AuditKind
{
    public const string SignedIn = "sign-in.accepted";
    public const string SignInRefused = "sign-in.refused";
    public const string LockedOut = "sign-in.locked-out";
    public const string SignedOut = "sign-in.ended";
    public const string SessionsEnded = "session.ended";
    public const string PasswordChanged = "account.password-changed";
    public const string EmailChanged = "account.email-changed";
    public const string SecondFactorChanged = "account.second-factor-changed";
    public const string AccountMade = "account.made";
    public const string AccountDisabled = "account.disabled";
    public const string AccountEnabled = "account.enabled";
    public const string LinkIssued = "account.link-issued";
    public const string InvitationMade = "invitation.made";
    public const string InvitationTakenBack = "invitation.taken-back";
    public const string InvitationAccepted = "invitation.accepted";
    public const string MemberAdded = "member.added";
    public const string RoleChanged = "member.role-changed";
    public const string MemberRemoved = "member.removed";
    public const string TeamChanged = "team.changed";
    public const string WorkspaceMade = "workspace.made";
    public const string InstallationTurned = "installation.turned-into-server";
    public const string InstallationSettled = "installation.settled";
    public const string SettingChanged = "setting.changed";
    public const string TokenMade = "token.made";
    public const string TokenRevoked = "token.revoked";
    public const string Exported = "data.exported";
    public const string Imported = "data.imported";
    public const string AdministratorChanged = "account.administrator-changed";
    public const string ModelMoved = "model.moved";
    public const string Verified = "history.verified";
    public const string Damaged = "history.damaged";
    public const string Denied = "authz.denied";

    /// <summary>All of them, to choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, SignInRefused, LockedOut, SignedOut, SessionsEnded, PasswordChanged, EmailChanged, SecondFactorChanged, AccountMade, AccountDisabled, AccountEnabled,
        LinkIssued, AdministratorChanged, InvitationMade, InvitationTakenBack, InvitationAccepted, MemberAdded, RoleChanged, MemberRemoved, TeamChanged,
        WorkspaceMade, SettingChanged, ModelMoved, TokenMade, TokenRevoked, Exported, Imported, Verified, Damaged, InstallationSettled, InstallationTurned, Denied,
    ];
}
