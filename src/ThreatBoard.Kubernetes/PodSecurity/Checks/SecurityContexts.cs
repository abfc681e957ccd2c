using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity.Checks;

/// <summary>The security contexts of a pod: its own, and that of each container.</summary>
internal static class SecurityContexts
{
    public static IEnumerable<Cursor> Of(Workload workload) => workload.Containers.Select(c => c.Security).Prepend(workload.Pod["securityContext"]);

    /// <summary>Places where a setting is wrong, and, where the pod does not set it right, the containers that do not set it at all.</summary>
    public static IEnumerable<Cursor> Demanding(Workload workload, Func<Cursor, Cursor> setting, Func<Cursor, bool> isRight)
    {
        var pod = setting(workload.Pod["securityContext"]);
        if (pod.Exists && !isRight(pod)) yield return pod;
        foreach (var own in workload.Containers.Select(c => setting(c.Security)))
            if (own.Exists ? !isRight(own) : !pod.Exists) yield return own;
    }
}
