namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>An ephemeral container runs inside the pod, with its token and network.</summary>
public sealed class DebugPods() : PlainRight("debug", "TB-RBAC-08", "may add ephemeral containers to pods {0}", RightGain.Containers, ["update", "patch"], ["pods/ephemeralcontainers"]);
