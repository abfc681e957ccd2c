namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Where references disagree about what policies mean: which reading is taken.</summary>
public sealed record ReachSettings
{
    public static ReachSettings Default { get; } = new();

    /// <summary>The readings that the goldens of netpol-analyzer rest on.</summary>
    public static ReachSettings NetpolAnalyzer { get; } = new() { HostNetworkIsOrdinary = true, UnreadLabelsAreAbsent = true, NetworksMatchPods = false };

    /// <summary>An ipBlock of a NetworkPolicy matches addresses of pods too, and not only those outside the cluster.</summary>
    public bool BlocksMatchPods { get; init; }

    /// <summary>Networks of cluster-scoped policies match addresses of pods too.</summary>
    public bool NetworksMatchPods { get; init; } = true;

    /// <summary>Pods in the network of their node are isolated and selected like any other, instead of leaving it open.</summary>
    public bool HostNetworkIsOrdinary { get; init; }

    /// <summary>A namespace whose object was not read has no label but its name, instead of unknown ones.</summary>
    public bool UnreadLabelsAreAbsent { get; init; }
}
