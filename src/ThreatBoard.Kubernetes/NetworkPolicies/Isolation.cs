using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.NetworkPolicies;

/// <summary>Which pods are isolated in which direction, and by what.</summary>
public sealed class Isolation
{
    private readonly ILookup<string, NetworkPolicy> _byNamespace;

    public Isolation(IEnumerable<NetworkPolicy> policies) =>
        _byNamespace = policies.ToLookup(p => p.Object.Namespace, StringComparer.Ordinal);

    public IEnumerable<NetworkPolicy> In(string @namespace) => _byNamespace[@namespace];

    /// <summary>The policies that isolate the workload's pods in a direction; without any, everything is allowed.</summary>
    public IEnumerable<NetworkPolicy> Of(Workload workload, Direction direction) =>
        In(workload.Namespace).Where(p => p.Isolates(direction) && p.Selects(workload));

    public bool DeniesByDefault(string @namespace, Direction direction) => In(@namespace).Any(p => p.DeniesByDefault(direction));
}
