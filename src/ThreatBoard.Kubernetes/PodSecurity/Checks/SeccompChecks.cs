using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>The filter over system calls.</summary>
internal static class SeccompChecks
{
    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";
    private const int FieldsSince = 19;

    public static PodSecurityCheck ByAnnotation { get; } = new(
        "seccompProfile_baseline", PodSecurityLevel.Baseline, "does not switch seccomp off",
        (workload, _) => Annotations(workload).Where(value => !IsProfile(value.Text)),
        Until: FieldsSince - 1);

    public static PodSecurityCheck Baseline { get; } = new(
        "seccompProfile_baseline", PodSecurityLevel.Baseline, "does not switch seccomp off",
        (workload, _) => SecurityContexts.Of(workload).Select(TypeOf).Where(type => type.Exists && !IsConfined(type)),
        Since: FieldsSince);

    public static PodSecurityCheck Restricted { get; } = new(
        "seccompProfile_restricted", PodSecurityLevel.Restricted, "names a seccomp profile",
        (workload, version) => PrivilegeChecks.IsSpared(workload, version) ? [] : SecurityContexts.Demanding(workload, TypeOf, IsConfined),
        Since: FieldsSince);

    /// <summary>The annotations that chose a profile before there was a field for it.</summary>
    public static IEnumerable<Cursor> Annotations(Workload workload) =>
        workload.Template["metadata"]["annotations"] is { Exists: true } annotations
            ? annotations.Entries.Where(a => a.Key == PodAnnotation || a.Key.StartsWith(ContainerAnnotation, StringComparison.Ordinal)).Select(a => a.Value)
            : [];

    private static Cursor TypeOf(Cursor context) => context["seccompProfile"]["type"];

    private static bool IsConfined(Cursor type) => type.Text is "RuntimeDefault" or "Localhost";

    private static bool IsProfile(string? value) => value is null or "" or "runtime/default" or "docker/default" || value.StartsWith("localhost/", StringComparison.Ordinal);
}
