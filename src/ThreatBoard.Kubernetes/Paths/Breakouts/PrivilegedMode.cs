using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>A privileged container has every device and capability of its node.</summary>
public sealed class PrivilegedMode : Breakout
{
    public override string Code => "privileged";

    public override EdgeReason? Of(Container container) =>
        container.Security["privileged"] is { Flag: true } at ? Because(container, "is privileged, which is root on its node", at) : null;
}
