using ThreatBoard.Kubernetes.NetworkPolicies;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Tells of cluster-scoped policies that the cluster would not take, or whose order nobody defines.</summary>
internal sealed class ClusterPolicyCheck(PolicyProblems problems)
{
    private const int MostCompared = 1_000;
    private readonly Dictionary<(PolicyTier, long), List<(ClusterPolicy Policy, IndexSet Subject)>> _seen = [];
    private ClusterPolicy? _baseline;

    /// <summary>Whether the policy counts at all.</summary>
    public bool Takes(ClusterPolicy policy, Selection subject)
    {
        if (policy.Tier is not { } tier)
        {
            problems.Refuse(PolicyFault.BadTier, policy.Spec["tier"], $"'{policy.Spec["tier"].Text}' is not a tier: there are Admin and Baseline; the policy is left out.");
            return false;
        }
        if (policy.IsSingleBaseline) return TakesBaseline(policy);
        if (policy.Spec["priority"].Number is not (>= 0 and <= 1000))
            problems.Refuse(PolicyFault.BadPriority, policy.Spec["priority"], $"An invalid priority: '{policy.Spec["priority"].Text}' is not a number from 0 to 1000.");
        Compare(policy, tier, subject.Maybe);
        return true;
    }

    private bool TakesBaseline(ClusterPolicy policy)
    {
        if (_baseline is { } other)
        {
            problems.Refuse(PolicyFault.BadBaseline, policy.Root, $"There is already '{other.Object.Name}' ({other.Object.Location.File}), and only one baseline admin network policy may be provided in input resources; one already exists.");
            return false;
        }
        _baseline = policy;
        if (policy.Object.Name != "default")
            problems.Refuse(PolicyFault.BadBaseline, policy.Root["metadata"]["name"], "The only name that a BaselineAdminNetworkPolicy can have is 'default'.");
        return true;
    }

    private void Compare(ClusterPolicy policy, PolicyTier tier, IndexSet subject)
    {
        if (!_seen.TryGetValue((tier, policy.Priority), out var others)) _seen[(tier, policy.Priority)] = others = [];
        foreach (var (other, of) in others.Take(MostCompared))
            if (!other.IsSecondGeneration && !policy.IsSecondGeneration)
                problems.Refuse(PolicyFault.PriorityTie, policy.Spec["priority"],
                    $"{other.Object.Kind} '{other.Object.Name}' ({other.Object.Location.File}) has priority {policy.Priority} too. Two policies are considered to be conflicting if they are assigned the same priority.");
            else if (!of.Copy().IntersectWith(subject).IsEmpty)
                problems.Warn(PolicyFault.PriorityTie, policy.Spec["priority"],
                    $"{other.Object.Kind} '{other.Object.Name}' ({other.Object.Location.File}) has priority {policy.Priority} too, for some of the same pods; where their rules differ the result is undefined.");
        others.Add((policy, subject));
    }
}
