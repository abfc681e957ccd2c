using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Reachability;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Closes a way in from outside: a Service becomes one of the cluster alone, what routes to it goes.</summary>
public sealed record CloseEntry(EntryPoint Entry, KubernetesObject Opening) : Fix(
    $"entry:{Entry.Via}", $"Close the way in by {Entry.Via}", "Nobody outside gets to it any more, whoever uses it from there included.")
{
    public override ImmutableArray<Patch> Patches => Opening.Kind == "Service"
        ? [PatchText.Change(Opening, ("spec", YamlTree.Map(("type", YamlTree.Text("ClusterIP")), ("externalIPs", YamlTree.Nothing))))]
        : [PatchText.Delete(Opening)];

    public override bool ClosesDeclaredFlow => true;

    internal override int Rank => 9;

    public bool Equals(CloseEntry? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) => edge.Reason?.Entry?.Via == Entry.Via;
}
