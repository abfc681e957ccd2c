namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The API server takes its word for who it is.</summary>
public sealed class ImpersonateAccounts() : PlainRight("impersonate-accounts", "TB-RBAC-11", "may act as any service account {0}", RightGain.Accounts, ["impersonate"], ["serviceaccounts"]);
