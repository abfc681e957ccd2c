using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Shows the policies of a namespace, or that there is none.</summary>
internal static class PolicyEvidence
{
    private const int Most = 10;

    public static IEnumerable<Evidence> Of(string name, Cluster cluster) =>
        cluster.Isolation.In(name).Select(policy => policy.Spec["podSelector"].Evidence).Take(Most).DefaultIfEmpty(new($"Namespace/{name}", "NetworkPolicy", ""));
}
