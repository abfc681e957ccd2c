using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>AppArmor, SELinux and the mask over /proc.</summary>
internal static class ConfinementChecks
{
    private const string AppArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";
    private const int EngineLabelSince = 31;

    public static PodSecurityCheck AppArmor { get; } = new(
        "appArmorProfile", PodSecurityLevel.Baseline, "keeps AppArmor on",
        (workload, _) => SecurityContexts.Of(workload).Select(context => context["appArmorProfile"]["type"])
            .Where(type => type.Exists && type.Text is not ("RuntimeDefault" or "Localhost"))
            .Concat(UnconfinedByAnnotation(workload)));

    public static PodSecurityCheck SeLinux { get; } = new(
        "seLinuxOptions", PodSecurityLevel.Baseline, "keeps a usual SELinux label",
        (workload, version) => SecurityContexts.Of(workload).SelectMany(context => UnusualLabels(context["seLinuxOptions"], version)));

    public static PodSecurityCheck BaselineProcMount { get; } = new(
        "procMount", PodSecurityLevel.Baseline, "keeps the mask over /proc, unless it has users of its own",
        (workload, version) => UserChecks.IsRelaxed(workload, version) ? [] : UnusualProcMounts(workload));

    public static PodSecurityCheck RestrictedProcMount { get; } = new(
        "procMount_restricted", PodSecurityLevel.Restricted, "keeps the mask over /proc",
        (workload, _) => UnusualProcMounts(workload),
        Since: UserChecks.RelaxedSince);

    /// <summary>Annotations that take a container's AppArmor profile away, in the form from before there was a field.</summary>
    public static IEnumerable<Cursor> UnconfinedByAnnotation(Workload workload) =>
        workload.Template["metadata"]["annotations"] is { Exists: true } annotations
            ? annotations.Entries.Where(a => a.Key.StartsWith(AppArmorAnnotation, StringComparison.Ordinal) && !IsProfile(a.Value.Text)).Select(a => a.Value)
            : [];

    /// <summary>What SELinux options say that no pod should say; the type <c>container_engine_t</c> is allowed since v1.31.</summary>
    public static IEnumerable<Cursor> UnusualLabels(Cursor options, PodSecurityVersion version)
    {
        if (options["type"] is { Exists: true } type && !IsUsual(type.Text, version)) yield return type;
        if (options["user"] is { Text.Length: > 0 } user) yield return user;
        if (options["role"] is { Text.Length: > 0 } role) yield return role;
    }

    private static bool IsProfile(string? value) => value is null or "" or "runtime/default" || value.StartsWith("localhost/", StringComparison.Ordinal);

    private static bool IsUsual(string? type, PodSecurityVersion version) =>
        type is "" or "container_t" or "container_init_t" or "container_kvm_t" || (type is "container_engine_t" && version.Minor >= EngineLabelSince);

    private static IEnumerable<Cursor> UnusualProcMounts(Workload workload) =>
        workload.Containers.Select(c => c.Security["procMount"]).Where(mount => mount.Exists && mount.Text is not "Default");
}
