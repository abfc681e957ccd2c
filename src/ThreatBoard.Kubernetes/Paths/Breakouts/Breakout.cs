using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>One way from a container to root on its node.</summary>
public abstract class Breakout
{
    /// <summary>Every way that is known, the most certain first.</summary>
    public static ImmutableArray<Breakout> All { get; } = [new PrivilegedMode(), new MountedRuntimeSocket(), new MountedHostPath(), new HostProcessNamespace(), new EscapeCapabilities()];

    public abstract string Code { get; }

    /// <summary>Why the container may take this way; null: it may not.</summary>
    public abstract EdgeReason? Of(Container container);

    /// <summary>The ways that are open to the container.</summary>
    public static IEnumerable<EdgeReason> WaysOut(Container container) =>
        container.Workload.IsWindows ? [] : All.Select(way => way.Of(container)).OfType<EdgeReason>();

    /// <summary>The ways that are open to any container of the pod; each way once.</summary>
    public static IEnumerable<EdgeReason> WaysOut(Workload workload) => workload.Containers.SelectMany(WaysOut).DistinctBy(reason => reason.Code);

    /// <summary>Surely somebody else than root, inside and outside.</summary>
    private protected static bool IsNobody(Container container) =>
        container.Workload.HasOwnUsers || container.Effective("runAsNonRoot").Flag == true || container.Effective("runAsUser").Number > 0;

    private protected EdgeReason Because(Container container, string because, params IEnumerable<Cursor> seen) =>
        new(Code, because, [.. seen.Select(at => at.Evidence)]) { Pod = container.Workload };
}
