using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>Which rights the processes of a pod may have.</summary>
internal static class PrivilegeChecks
{
    private const int SkipsWindows = 25;

    /// <summary>What container runtimes give by default, and what baseline lets a pod add.</summary>
    public static IReadOnlySet<string> UsualCapabilities { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };

    public static PodSecurityCheck Privileged { get; } = new(
        "privileged", PodSecurityLevel.Baseline, "runs nothing privileged",
        (workload, _) => workload.Containers.Select(c => c.Security["privileged"]).Where(privileged => privileged.Flag == true));

    public static PodSecurityCheck BaselineCapabilities { get; } = new(
        "capabilities_baseline", PodSecurityLevel.Baseline, "adds no capability beyond the usual ones",
        (workload, _) => Added(workload).Where(added => !UsualCapabilities.Contains(added.Text ?? "")));

    public static PodSecurityCheck Escalation { get; } = new(
        "allowPrivilegeEscalation", PodSecurityLevel.Restricted, "switches privilege escalation off",
        (workload, version) => IsSpared(workload, version) ? [] : workload.Containers.Select(c => c.Security["allowPrivilegeEscalation"]).Where(allowed => allowed.Flag != false),
        Since: 8);

    public static PodSecurityCheck RestrictedCapabilities { get; } = new(
        "capabilities_restricted", PodSecurityLevel.Restricted, "drops all capabilities and adds NET_BIND_SERVICE at most",
        (workload, version) => IsSpared(workload, version) ? [] : Undropped(workload).Concat(Added(workload).Where(added => added.Text != "NET_BIND_SERVICE")),
        Since: 22);

    /// <summary>Since v1.25 a pod that says it is for Windows need not say what Windows does not have.</summary>
    public static bool IsSpared(Workload workload, PodSecurityVersion version) => workload.IsWindows && version.Minor >= SkipsWindows;

    private static IEnumerable<Cursor> Added(Workload workload) => workload.Containers.SelectMany(c => c.Security["capabilities"]["add"].Items);

    private static IEnumerable<Cursor> Undropped(Workload workload) =>
        workload.Containers.Select(c => c.Security["capabilities"]["drop"]).Where(drop => !drop.Texts().Contains("ALL", StringComparer.Ordinal));
}
