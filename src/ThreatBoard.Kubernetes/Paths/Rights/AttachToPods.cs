namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The terminal of a running process takes commands.</summary>
public sealed class AttachToPods() : PlainRight("attach", "TB-RBAC-08", "may attach to processes in pods {0}", RightGain.Containers, ["create", "get"], ["pods/attach"]);
