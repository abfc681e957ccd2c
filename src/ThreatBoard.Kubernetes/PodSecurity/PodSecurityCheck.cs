using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>One check of the Pod Security Standards.</summary>
/// <param name="Name">As Kubernetes names it in its sources and messages.</param>
/// <param name="Level">The lowest level that demands it.</param>
/// <param name="Title">What it demands, in a few words.</param>
/// <param name="Offences">The places of a pod that it refuses; none where the pod passes.</param>
/// <param name="Since">The first minor version that has it.</param>
/// <param name="Until">The last minor version that has it.</param>
public sealed record PodSecurityCheck(
    string Name,
    PodSecurityLevel Level,
    string Title,
    Func<Workload, PodSecurityVersion, IEnumerable<Cursor>> Offences,
    int Since = 0,
    int Until = int.MaxValue)
{
    public bool IsIn(PodSecurityVersion version) => version.Minor >= Since && version.Minor <= Until;
}
