using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>Root that sees the node's processes reads their memory and files.</summary>
public sealed class HostProcessNamespace : Breakout
{
    public override string Code => "host-processes";

    public override EdgeReason? Of(Container container) =>
        container.Workload.Pod["hostPID"] is { Flag: true } at && !IsNobody(container) ? Because(container, "sees the processes of its node, as root", at) : null;
}
