namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>system:masters is a group, and nothing is refused to it.</summary>
public sealed class ImpersonateGroups() : PlainRight("impersonate-groups", "TB-RBAC-11", "may act as a member of any group", RightGain.Groups, ["impersonate"], ["groups"]);
