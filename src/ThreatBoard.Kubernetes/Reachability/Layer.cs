using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The rules that one policy has for one direction, in their order.</summary>
/// <param name="Priority">0 first; no order among NetworkPolicies.</param>
internal sealed record Layer(Cursor Policy, long Priority, ImmutableArray<Entry> Entries)
{
    /// <summary>A number of its own among the layers of a cluster.</summary>
    public int Number { get; init; }

    /// <summary>Whether the policy surely speaks of the pods, or only where unknown labels are so.</summary>
    public bool IsSure { get; init; } = true;
}
