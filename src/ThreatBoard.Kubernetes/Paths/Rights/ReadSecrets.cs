namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Listing and watching return the contents of secrets as reading does.</summary>
public sealed class ReadSecrets() : PlainRight("read-secrets", "TB-RBAC-06", "may read secrets {0}", RightGain.Secrets, ["get", "list", "watch"], ["secrets"]);
