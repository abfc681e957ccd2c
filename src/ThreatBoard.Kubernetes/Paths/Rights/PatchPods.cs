namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The image of a running pod may be changed, and runs with what the pod has.</summary>
public sealed class PatchPods() : PlainRight("patch-pods", "TB-RBAC-09", "may change the image of running pods {0}", RightGain.Containers, ["update", "patch"], ["pods"]);
