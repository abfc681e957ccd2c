using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.NetworkPolicies;

/// <summary>Which way traffic goes, seen from the pods that a policy selects.</summary>
public enum Direction { Ingress, Egress }

/// <summary>A NetworkPolicy: which pods of its namespace it selects, in which directions it isolates them, and its rules.</summary>
public sealed class NetworkPolicy
{
    private readonly bool _isolatesIngress;
    private readonly bool _isolatesEgress;

    public NetworkPolicy(Cursor root)
    {
        Root = root;
        Spec = root["spec"];
        Selector = new(Spec["podSelector"]);
        var types = Spec["policyTypes"].Texts();
        (_isolatesIngress, _isolatesEgress) = types.Count > 0
            ? (types.Contains("Ingress", StringComparer.Ordinal), types.Contains("Egress", StringComparer.Ordinal))
            : (true, Spec["egress"].Items.Any());
    }

    public Cursor Root { get; }

    public Cursor Spec { get; }

    public KubernetesObject Object => Root.Object;

    /// <summary>Absent counts as empty, which is every pod of the namespace.</summary>
    public LabelSelector Selector { get; }

    public bool Selects(Workload workload) => workload.Namespace == Object.Namespace && Selector.Matches(workload.Labels);

    /// <summary>Without policyTypes, or with none in the list: ingress, and egress only where there is an egress rule.</summary>
    public bool Isolates(Direction direction) => direction == Direction.Ingress ? _isolatesIngress : _isolatesEgress;

    /// <summary>Rules of a direction that counts; blocks for a direction that is not isolated are ignored.</summary>
    public IEnumerable<Cursor> Rules(Direction direction) =>
        Isolates(direction) ? Spec[direction == Direction.Ingress ? "ingress" : "egress"].Items : [];

    /// <summary>The peers of a rule; none means any peer, outside the cluster included.</summary>
    public static IEnumerable<Cursor> Peers(Cursor rule, Direction direction) => rule[direction == Direction.Ingress ? "from" : "to"].Items;

    /// <summary>Selects every pod of its namespace and admits nothing.</summary>
    public bool DeniesByDefault(Direction direction) => Selector.IsEmpty && Isolates(direction) && !Rules(direction).Any();
}
