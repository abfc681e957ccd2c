using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A hostPath volume of a pod, and the mounts that containers make of it.</summary>
internal sealed record HostPath(string Volume, Cursor At, string Path, IReadOnlyList<Cursor> Mounts);

/// <summary>Finds hostPath volumes and judges their paths.</summary>
internal static class HostPaths
{
    private static readonly string[] s_sensitive =
    [
        "/etc", "/root", "/home", "/proc", "/sys", "/boot", "/dev", "/var/run", "/run", "/var/lib/kubelet", "/var/lib/docker", "/var/lib/containerd",
        "/var/lib/etcd", "/etc/kubernetes", "/var/log", "/usr", "/lib", "/opt/cni", "/etc/cni",
    ];

    private static readonly string[] s_sockets =
    [
        "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/var/run/containerd/containerd.sock", "/run/crio/crio.sock",
        "/var/run/crio/crio.sock", "/run/k3s/containerd/containerd.sock", "/run/podman/podman.sock",
    ];

    public static IEnumerable<HostPath> Of(Workload workload)
    {
        var paths = workload.Pod["volumes"].Items.Where(volume => volume["hostPath"]["path"].Text is not null).ToList();
        if (paths.Count == 0) return [];
        var mounts = workload.Containers.SelectMany(c => c.At["volumeMounts"].Items).ToLookup(m => m["name"].Text ?? "", StringComparer.Ordinal);
        return
            from volume in paths
            let path = volume["hostPath"]["path"]
            let name = volume["name"].Text ?? ""
            select new HostPath(name, path, Normalised(path.Text!), [.. mounts[name]]);
    }

    public static bool IsSensitive(string path) => path == "/" || Array.Exists(s_sensitive, known => Holds(known, path) || Holds(path, known));

    public static bool IsSocket(string path) => s_sockets.Contains(path, StringComparer.Ordinal);

    public static bool HoldsSocket(string path) => Array.Exists(s_sockets, socket => Holds(path, socket));

    /// <summary>Whether the path holds one of the known ones, or lies in one.</summary>
    public static bool IsAround(string path, string[] known) => Array.Exists(known, one => Holds(path, one) || Holds(one, path));

    /// <summary>The same path, or one above it.</summary>
    private static bool Holds(string above, string path) =>
        above == path || above == "/" || path.StartsWith(above + "/", StringComparison.Ordinal);

    private static string Normalised(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..") parts.RemoveRange(Math.Max(parts.Count - 1, 0), Math.Min(parts.Count, 1));
            else if (part != ".") parts.Add(part);
        }
        return "/" + string.Join('/', parts);
    }
}
