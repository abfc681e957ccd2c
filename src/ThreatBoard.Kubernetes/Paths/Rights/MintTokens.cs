namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A token of any account is its identity.</summary>
public sealed class MintTokens() : PlainRight("mint-tokens", "TB-RBAC-12", "may ask for tokens of service accounts {0}", RightGain.Accounts, ["create"], ["serviceaccounts/token"]);
