using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>A NetworkPolicy that lets in the flows that the manifests tell of, and nothing else.</summary>
public sealed record AdmitDeclared(Workload Workload, ImmutableArray<DeclaredFlow> Flows) : Fix(
    $"admit:{Workload.Key}",
    $"Let only declared flows into the pods of {Workload.Namespace}/{Workload.Name}",
    Flows.Length == 0 ? "No manifest tells of a flow to them, so nothing is let in." : $"Let in: {string.Join(", ", Flows.Select(flow => flow.ToString()).Take(6))}.")
{
    private const string NameOf = "kubernetes.io/metadata.name";

    public override ImmutableArray<Patch> Patches =>
    [
        PatchText.Create(KnownKind.Find("networking.k8s.io/v1", "NetworkPolicy")!, "networking.k8s.io/v1", Workload.Namespace, Name, ("spec", Spec())),
    ];

    private string Name => $"{(Workload.Name.Length > 40 ? Workload.Name[..40].TrimEnd('-', '.') : Workload.Name)}-declared-only";

    public bool Equals(AdmitDeclared? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) =>
        !edge.IsStep && graph.Nodes[edge.To].Workload == Workload && graph.Nodes[edge.From].Key.StartsWith("door/", StringComparison.Ordinal);

    internal override IEnumerable<AttackEdge> Keeps(AttackGraph graph) =>
        from source in Flows.Select(flow => flow.From).OfType<Workload>().Distinct()
        where graph.Cluster.Reach.Between(source, Workload) is { Allowed.IsEmpty: false }
        from container in Workload.Containers.Where(graph.Listening.On)
        select new AttackEdge(graph.Of(source).Index, graph.Of(container).Index, GraphDraft.Reason(EdgeCodes.Network, "may connect to it"));

    private TreeMap Spec() => YamlTree.Map(
        ("podSelector", YamlTree.Map(("matchLabels", YamlTree.Map(Workload.Labels)))),
        ("policyTypes", YamlTree.List(YamlTree.Text("Ingress"))),
        ("ingress", YamlTree.List(Flows.GroupBy(flow => (flow.Protocol, flow.Port)).Select(Rule))));

    private TreeMap Rule(IGrouping<(Reachability.Protocol Protocol, int? Port), DeclaredFlow> flows) => YamlTree.Map(
        ("from", YamlTree.List(flows.Select(Peer))),
        ("ports", flows.Key.Port is { } port
            ? YamlTree.List(YamlTree.Map(("protocol", YamlTree.Text($"{flows.Key.Protocol}".ToUpperInvariant())), ("port", YamlTree.Number(port))))
            : null));

    /// <summary>Link-local addresses never call; everything else outside may come by a node's address.</summary>
    private TreeMap Peer(DeclaredFlow flow) => flow.From is not { } from
        ? YamlTree.Map(("ipBlock", YamlTree.Map(("cidr", YamlTree.Text("0.0.0.0/0")), ("except", YamlTree.List(YamlTree.Text("169.254.0.0/16"))))))
        : YamlTree.Map(
            ("namespaceSelector", from.Namespace == Workload.Namespace ? null : YamlTree.Map(("matchLabels", YamlTree.Map((NameOf, YamlTree.Text(from.Namespace)))))),
            ("podSelector", YamlTree.Map(("matchLabels", YamlTree.Map(from.Labels)))));
}
