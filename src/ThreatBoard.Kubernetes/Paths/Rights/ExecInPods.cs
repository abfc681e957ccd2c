namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A shell in another pod has all that the pod has; reading counts, since a websocket is asked for so.</summary>
public sealed class ExecInPods() : PlainRight("exec", "TB-RBAC-08", "may execute commands in pods {0}", RightGain.Containers, ["create", "get"], ["pods/exec"]);
