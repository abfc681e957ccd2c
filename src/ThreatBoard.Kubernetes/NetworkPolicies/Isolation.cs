using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.NetworkPolicies;

/// <summary>Which pods are isolated in which direction, and by what.</summary>
public sealed class Isolation
{
    private readonly ILookup<string, NetworkPolicy> _byNamespace;
    private readonly ILookup<string, NetworkPolicy> _unlabelled;
    private readonly ILookup<(string Namespace, string Key, string Value), NetworkPolicy> _byLabel;

    public Isolation(IReadOnlyCollection<NetworkPolicy> policies)
    {
        _byNamespace = policies.ToLookup(p => p.Object.Namespace, StringComparer.Ordinal);
        _unlabelled = policies.Where(p => p.Selector.Needed is null).ToLookup(p => p.Object.Namespace, StringComparer.Ordinal);
        _byLabel = policies.Where(p => p.Selector.Needed is not null)
            .ToLookup(p => (p.Object.Namespace, p.Selector.Needed!.Value.Key, p.Selector.Needed.Value.Value));
    }

    public IEnumerable<NetworkPolicy> In(string @namespace) => _byNamespace[@namespace];

    /// <summary>The policies that select the workload's pods, whatever they say.</summary>
    public IEnumerable<NetworkPolicy> Selecting(Workload workload) =>
        _unlabelled[workload.Namespace].Concat(workload.Labels.SelectMany(label => _byLabel[(workload.Namespace, label.Key, label.Value)])).Where(p => p.Selects(workload));

    /// <summary>The policies that isolate the workload's pods in a direction; without any, everything is allowed.</summary>
    public IEnumerable<NetworkPolicy> Of(Workload workload, Direction direction) => Selecting(workload).Where(p => p.Isolates(direction));

    public bool DeniesByDefault(string @namespace, Direction direction) => In(@namespace).Any(p => p.DeniesByDefault(direction));
}
