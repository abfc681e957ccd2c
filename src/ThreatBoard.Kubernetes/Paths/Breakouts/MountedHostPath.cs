using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Breakouts;

/// <summary>Files of the node that root may write to be executed there, or read to become the node.</summary>
public sealed class MountedHostPath : Breakout
{
    /// <summary>Where a node keeps what lets somebody act in its name.</summary>
    private static readonly string[] s_credentials =
        ["/etc/kubernetes", "/root", "/home", "/proc", "/var/lib/kubelet", "/var/lib/docker", "/var/lib/containerd", "/var/lib/etcd", "/var/lib/rancher", "/etc/shadow"];

    public override string Code => "host-path";

    public override EdgeReason? Of(Container container)
    {
        if (IsNobody(container)) return null;
        foreach (var (path, mount) in MountsOf(container).Where(m => HostPaths.IsSensitive(m.Path.Path) && !HostPaths.IsSocket(m.Path.Path)))
        {
            if (mount["readOnly"].Flag != true) return Because(container, $"writes to {path.Path} of its node, as root", path.At, mount["mountPath"]);
            if (HostPaths.IsAround(path.Path, s_credentials)) return Because(container, $"reads the node's credentials under {path.Path}", path.At, mount["mountPath"]);
        }
        return null;
    }

    internal static IEnumerable<(HostPath Path, Cursor Mount)> MountsOf(Container container)
    {
        foreach (var path in HostPaths.Of(container.Workload))
            foreach (var mount in container.At["volumeMounts"].Items.Where(m => m["name"].Text == path.Volume)) yield return (path, mount);
    }
}
