using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Shows the policies of a namespace, or that there is none.</summary>
internal static class PolicyEvidence
{
    private const int Most = 10;

    /// <summary>What decides, by the reasons of a verdict; the policies of its namespace where they show nothing.</summary>
    public static IEnumerable<Evidence> Deciding(IEnumerable<Reason> reasons, Workload workload, Cluster cluster) =>
        reasons.Select(reason => reason.Evidence).OfType<Evidence>().Distinct().Take(Most).DefaultIfEmpty(Of(workload.Namespace, cluster).First());

    public static IEnumerable<Evidence> Of(string name, Cluster cluster) =>
        cluster.Isolation.In(name).Select(policy => policy.Spec["podSelector"].Evidence).Take(Most).DefaultIfEmpty(new($"Namespace/{name}", "NetworkPolicy", ""));
}
