using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.NetworkPolicies;

/// <summary>A policy of the whole cluster, of either generation: AdminNetworkPolicy, BaselineAdminNetworkPolicy, ClusterNetworkPolicy.</summary>
public sealed class ClusterPolicy(Cursor root)
{
    /// <summary>The kinds that are read as one.</summary>
    internal static readonly string[] Kinds = ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"];

    /// <summary>After every priority that may be written; where the single baseline policy of the first generation stands.</summary>
    public const long LastPriority = 1001;

    public Cursor Root { get; } = root;

    public Cursor Spec { get; } = root["spec"];

    public KubernetesObject Object => Root.Object;

    /// <summary>ClusterNetworkPolicy, which says Accept for Allow and protocols for ports.</summary>
    public bool IsSecondGeneration => Object.Kind == "ClusterNetworkPolicy";

    public bool IsSingleBaseline => Object.Kind == "BaselineAdminNetworkPolicy";

    /// <summary>Null for a tier that does not exist.</summary>
    public PolicyTier? Tier => !IsSecondGeneration ? IsSingleBaseline ? PolicyTier.Baseline : PolicyTier.Admin : Spec["tier"].Text switch
    {
        "Admin" => PolicyTier.Admin,
        "Baseline" => PolicyTier.Baseline,
        _ => null,
    };

    /// <summary>0 is asked first; after all others where none was given.</summary>
    public long Priority => IsSingleBaseline ? LastPriority : Spec["priority"].Number ?? LastPriority;

    public IEnumerable<Cursor> Rules(Direction direction) => Spec[direction == Direction.Ingress ? "ingress" : "egress"].Items;
}
