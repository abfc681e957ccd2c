using System.Collections.Immutable;
using ThreatBoard.Kubernetes.PodSecurity.Checks;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>All checks of the Pod Security Standards, baseline first.</summary>
public static class PodSecurityChecks
{
    public static ImmutableArray<PodSecurityCheck> All { get; } =
    [
        HostChecks.Namespaces,
        PrivilegeChecks.Privileged,
        PrivilegeChecks.BaselineCapabilities,
        HostChecks.HostPaths,
        HostChecks.Ports,
        ConfinementChecks.AppArmor,
        ConfinementChecks.SeLinux,
        ConfinementChecks.BaselineProcMount,
        SeccompChecks.ByAnnotation,
        SeccompChecks.Baseline,
        KernelChecks.Sysctls,
        HostChecks.WindowsHostProcess,
        HostChecks.ProbesAndLifecycle,
        KernelChecks.VolumeTypes,
        PrivilegeChecks.Escalation,
        UserChecks.RunAsNonRoot,
        UserChecks.RunAsUser,
        SeccompChecks.Restricted,
        PrivilegeChecks.RestrictedCapabilities,
        ConfinementChecks.RestrictedProcMount,
    ];
}
