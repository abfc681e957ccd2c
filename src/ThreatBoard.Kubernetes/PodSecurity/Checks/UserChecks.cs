using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>As which user the processes of a pod run.</summary>
internal static class UserChecks
{
    public const int RelaxedSince = 35;

    public static PodSecurityCheck RunAsNonRoot { get; } = new(
        "runAsNonRoot", PodSecurityLevel.Restricted, "says that it does not run as root, unless it has users of its own",
        (workload, version) => IsRelaxed(workload, version) ? [] : SecurityContexts.Demanding(workload, context => context["runAsNonRoot"], nonRoot => nonRoot.Flag == true));

    public static PodSecurityCheck RunAsUser { get; } = new(
        "runAsUser", PodSecurityLevel.Restricted, "does not ask for user 0, unless it has users of its own",
        (workload, version) => IsRelaxed(workload, version) ? [] : SecurityContexts.Of(workload).Select(context => context["runAsUser"]).Where(user => user.Number == 0),
        Since: 23);

    /// <summary>Since v1.35 a pod whose root is nobody on the node is not asked.</summary>
    public static bool IsRelaxed(Workload workload, PodSecurityVersion version) => workload.HasOwnUsers && version.Minor >= RelaxedSince;
}
