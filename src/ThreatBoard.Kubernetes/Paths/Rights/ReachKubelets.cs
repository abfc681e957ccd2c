namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>The kubelet executes commands in every pod of its node.</summary>
public sealed class ReachKubelets() : PlainRight("kubelet", "TB-RBAC-13", "may reach the kubelets through the API server, and execute commands in every pod", RightGain.Containers, ["create", "get"], ["nodes/proxy", "nodes/exec"]);
