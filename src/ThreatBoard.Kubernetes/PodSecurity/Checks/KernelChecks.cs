using System.Collections.Frozen;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>Kernel settings, and where volumes may come from.</summary>
internal static class KernelChecks
{
    /// <summary>Safe settings by the first minor version that counts them as safe.</summary>
    private static readonly FrozenDictionary<string, int> s_safe = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
        ["net.ipv4.tcp_slow_start_after_idle"] = 37,
        ["net.ipv4.tcp_notsent_lowat"] = 37,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_volumes = FrozenSet.Create(
        StringComparer.Ordinal, "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret");

    public static PodSecurityCheck Sysctls { get; } = new(
        "sysctls", PodSecurityLevel.Baseline, "sets safe kernel settings alone",
        (workload, version) => workload.Pod["securityContext"]["sysctls"].Items.Select(sysctl => sysctl["name"])
            .Where(name => name.Text is { } wanted && !(s_safe.TryGetValue(wanted, out var since) && version.Minor >= since)));

    public static PodSecurityCheck VolumeTypes { get; } = new(
        "restrictedVolumes", PodSecurityLevel.Restricted, "has volumes of the usual types alone",
        (workload, _) => workload.Pod["volumes"].Items.SelectMany(UnusualSources));

    /// <summary>What a volume comes from, where that is none of the usual types; a volume with no source at all is an emptyDir.</summary>
    public static IEnumerable<Cursor> UnusualSources(Cursor volume) =>
        volume.Entries.Where(entry => entry.Key != "name" && entry.Value.Exists && !s_volumes.Contains(entry.Key)).Select(entry => entry.Value);
}
