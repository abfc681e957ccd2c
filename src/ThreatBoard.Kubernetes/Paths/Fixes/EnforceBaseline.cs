using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.PodSecurity;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Has a namespace refuse privileged pods; only where every pod in it passes.</summary>
public sealed record EnforceBaseline(string Namespace, KubernetesObject? Read) : Fix(
    $"baseline:{Namespace}", $"Enforce the baseline Pod Security level in {Namespace}", "Whoever may create pods there cannot make one that gets out onto a node; all pods that were read pass.")
{
    public override ImmutableArray<Patch> Patches => Read is { } found
        ? [PatchText.Change(found, ("metadata", Metadata()))]
        : [PatchText.Create(KnownKind.Find("v1", "Namespace")!, "v1", "", Namespace, ("metadata", Metadata()))];

    public bool Equals(EnforceBaseline? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) =>
        edge.Reason?.Code == EdgeCodes.OwnPod && graph.Nodes[edge.From] is { Kind: NodeKind.OwnPod } own && own.Namespace == Namespace && graph.Nodes[edge.To].Key == "every/nodes";

    private TreeMap Metadata() => YamlTree.Map(("name", YamlTree.Text(Namespace)), ("labels", YamlTree.Map((PodSecurityLevels.EnforceLabel, YamlTree.Text("baseline")))));
}
