using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Closes a way in from outside: a Service becomes one of the cluster alone, what routes to it goes.</summary>
public sealed record CloseEntry(EntryPoint Entry, Cursor Opening) : Fix(
    $"entry:{Entry.Via}", $"Close the way in by {Entry.Via}", "Nobody outside gets to it any more, whoever uses it from there included.")
{
    /// <summary>What the API refuses in a Service of the cluster alone.</summary>
    private static readonly string[] s_ofOpenOnes =
        ["loadBalancerIP", "loadBalancerClass", "loadBalancerSourceRanges", "allocateLoadBalancerNodePorts", "externalTrafficPolicy", "healthCheckNodePort"];

    public override ImmutableArray<Patch> Patches => Opening.Object.Kind == "Service"
        ? [PatchText.Change(Opening.Object, ("spec", Spec()))]
        : [PatchText.Delete(Opening.Object)];

    public override bool ClosesDeclaredFlow => true;

    internal override int Rank => 9;

    public bool Equals(CloseEntry? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) => edge.Reason?.Entry?.Via == Entry.Via;

    private TreeMap Spec()
    {
        var spec = Opening["spec"];
        return YamlTree.Map(
        [
            ("type", YamlTree.Text("ClusterIP")),
            ("externalIPs", YamlTree.Nothing),
            .. s_ofOpenOnes.Where(key => spec[key].Exists).Select(key => (key, (TreeNode?)YamlTree.Nothing)),
            ("ports", Ports(spec)),
        ]);
    }

    /// <summary>Ports of a Service are told apart by number and protocol.</summary>
    private static TreeList? Ports(Cursor spec)
    {
        var opened = spec["ports"].Items.Where(port => port["nodePort"].Exists && port["port"].Number is > 0 and < 65_536).Select(port => YamlTree.Map(
            ("port", YamlTree.Number((int)port["port"].Number!.Value)), ("protocol", YamlTree.Text(port["protocol"].Text ?? "TCP")), ("nodePort", YamlTree.Nothing))).ToList();
        return opened.Count == 0 ? null : YamlTree.List(opened);
    }
}
