using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Takes a subject out of a binding; where it is the only one, the binding goes, and pods whose account is left without rights get no token any more.</summary>
public sealed record TakeRole(Grant Grant, Cluster Cluster) : Fix(
    $"role:{Grant.Binding.Object.Key}:{Grant.Subject}",
    $"Take {Grant.Role} from {Grant.Subject}",
    $"What it may do by {Grant.Binding.Object.Kind} {Grant.Binding.Object.Name} leads further; give it a role with what it needs instead.")
{
    public override ImmutableArray<Patch> Patches => Together([this]);

    internal override int Rank => 1;

    public bool Equals(TakeRole? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) =>
        edge.Reason?.Right?.Grant is { } grant && grant.Subject == Grant.Subject && grant.Binding.Object == Grant.Binding.Object;

    /// <summary>Several subjects out of one binding at once, since a patch replaces the whole list of them.</summary>
    internal static ImmutableArray<Patch> Together(IReadOnlyList<TakeRole> taken)
    {
        var binding = taken[0].Grant.Binding;
        return
        [
            Others(binding, taken) is { Count: > 0 } others ? PatchText.Change(binding.Object, ("subjects", YamlTree.List(others))) : PatchText.Delete(binding.Object),
            .. Needless(taken[0].Cluster, taken).Select(workload => PatchText.ChangePod(workload, YamlTree.Map(("automountServiceAccountToken", YamlTree.Flag(false))))),
        ];
    }

    /// <summary>Pods with a token of an account that has no other rights than those that are taken.</summary>
    private static IEnumerable<Workload> Needless(Cluster cluster, IReadOnlyList<TakeRole> taken) => cluster.Workloads.Where(workload =>
        Tokens.Mounted(workload, cluster) is not null
        && cluster.Permissions.Of(ClusterPermissions.AccountOf(workload)).ToList() is { Count: > 0 } grants
        && grants.TrueForAll(grant => taken.Any(one => grant.Binding.Object == one.Grant.Binding.Object && grant.Subject == one.Grant.Subject)));

    private static List<TreeNode> Others(Cursor binding, IReadOnlyList<TakeRole> taken) =>
    [
        .. binding["subjects"].Items.Where(at => !taken.Any(one => at.Path == one.Grant.At.Path || one.IsSame(at))).Select(at => YamlTree.Map(
            ("kind", Copy(at["kind"])), ("name", Copy(at["name"])), ("namespace", Copy(at["namespace"])), ("apiGroup", Copy(at["apiGroup"])))),
    ];

    private bool IsSame(Cursor at) => (at["kind"].Text, at["name"].Text, at["namespace"].Text) == (Grant.At["kind"].Text, Grant.At["name"].Text, Grant.At["namespace"].Text);

    private static TreeNode? Copy(Cursor at) => at.Text is { } text ? YamlTree.Text(text) : null;
}
