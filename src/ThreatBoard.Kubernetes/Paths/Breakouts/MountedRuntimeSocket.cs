using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>Who speaks to the container runtime starts a privileged container.</summary>
public sealed class MountedRuntimeSocket : Breakout
{
    public override string Code => "runtime-socket";

    public override EdgeReason? Of(Container container) =>
        MountedHostPath.MountsOf(container).FirstOrDefault(mounted => HostPaths.HoldsSocket(mounted.Path.Path)) is { Path: { } path, Mount: var mount }
            ? Because(container, $"mounts {path.Path}, where the container runtime listens", path.At, mount["mountPath"])
            : null;
}
