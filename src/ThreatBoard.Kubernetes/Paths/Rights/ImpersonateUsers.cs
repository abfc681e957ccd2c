namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Acts with the rights of whichever user it names.</summary>
public sealed class ImpersonateUsers() : PlainRight("impersonate-users", "TB-RBAC-11", "may act as any user", RightGain.Users, ["impersonate"], ["users"]);
