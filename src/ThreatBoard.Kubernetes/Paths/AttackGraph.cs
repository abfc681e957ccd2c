using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths.Drawing;
using ThreatBoard.Kubernetes.Paths.Fixes;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>What leads to what in a cluster, for somebody who attacks it; made once, and asked often.</summary>
public sealed class AttackGraph
{
    private readonly AttackEdge[] _edges;
    private readonly (int[] First, int[] Edges) _from;
    private readonly (int[] First, int[] Edges) _to;
    private readonly Dictionary<string, AttackNode> _byKey;

    public AttackGraph(Cluster cluster)
    {
        Cluster = cluster;
        var draft = new GraphDraft(cluster);
        var (places, placement) = (new Places(draft), new NodePlacement(cluster));
        Listening = new(cluster);
        (Internet, ApiServer) = (draft.Nodes[places.Internet], draft.Nodes[places.ApiServer]);
        new MountEdges(draft, places).Draw();
        new RightEdges(draft, places).Draw();
        new PlacementEdges(draft, places, placement, Listening).Draw();
        new EntryEdges(draft, places).Draw();
        var network = new NetworkEdges(draft, places, Listening);
        network.Draw();
        new HubEdges(draft, places, placement, Listening).Draw();
        (Nodes, _edges, IsCut) = ([.. draft.Nodes], [.. draft.Edges], draft.IsFull || network.IsCut);
        _byKey = Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        (_from, _to) = (Sorted(edge => edge.From), Sorted(edge => edge.To));
    }

    public Cluster Cluster { get; }

    public ImmutableArray<AttackNode> Nodes { get; }

    public int EdgeCount => _edges.Length;

    /// <summary>The cluster has more edges than are kept: what is shown is true, but not all.</summary>
    public bool IsCut { get; }

    public AttackNode Internet { get; }

    public AttackNode ApiServer { get; }

    /// <summary>What is worth reaching: control of the API server, machines, and what keeps data.</summary>
    public IEnumerable<AttackNode> Assets => Nodes.Where(node => node == ApiServer || node.Kind == NodeKind.Machine || node.KeepsData);

    internal Listening Listening { get; }

    /// <summary>The node of this key; null where nothing is known under it.</summary>
    public AttackNode? Find(string key) => _byKey.GetValueOrDefault(key);

    public AttackNode Of(Container container) => _byKey[container.Key];

    public AttackNode Of(Workload workload) => _byKey[workload.Key];

    /// <summary>What somebody may mean by a word: <c>internet</c>, <c>api-server</c>, a key, or a name with as much before it as tells it apart (<c>web</c>, <c>shop/web</c>, <c>shop/web/nginx</c>).</summary>
    public IReadOnlyList<AttackNode> Named(string name) => NodeNames.Find(this, name);

    /// <summary>The entity of the model that stands for a node; null: none does.</summary>
    public EntityRef? EntityOf(AttackNode node) => node.Kind == NodeKind.Junction ? null : Cluster.Subjects.Derived(node.Key);

    /// <summary>What an entity of the model stands for; null: nothing that was read in this cluster, and not the internet.</summary>
    public AttackNode? Of(EntityRef entity) => Cluster.Once(_ => new EntityNodes(this)).Find(entity);

    /// <summary>Where an actor starts: at its component, or outside where it comes from there; null: nobody said.</summary>
    public AttackNode? StartOf(Actor actor) => actor.StartsAt is { } place ? Of(EntityRef.To(place)) : actor.Kind == ActorKind.ExternalAttacker ? Internet : null;

    /// <summary>Everything that is reached from a start.</summary>
    /// <param name="start">A pod stands for its containers, too, and a namespace for its pods.</param>
    public BlastRadius From(AttackNode start) => new(this, start, takes: null);

    /// <summary>Everything from which an asset is reached.</summary>
    public Approaches To(AttackNode asset) => new(this, asset);

    /// <summary>The smallest set of fixes that cuts every path: exact up to three, beyond that greedy and labelled so.</summary>
    public CutPlan Cut(AttackNode start, AttackNode asset) => Cutting.Plan(this, start, asset);

    /// <summary>What would cut this step, the gentlest first; none where nothing is known to.</summary>
    public IReadOnlyList<Fix> FixesOf(AttackStep step) => [.. step.Edges.SelectMany(new FixFinder(this).For).Distinct()];

    /// <summary>What would cut each step of a path, with the step's number from 1 on.</summary>
    public IReadOnlyList<(int Step, Fix Fix)> FixesOf(AttackPath path)
    {
        var finder = new FixFinder(this);
        return [.. path.Steps.SelectMany((step, at) => step.Edges.SelectMany(finder.For).Distinct().Select(fix => (at + 1, fix)))];
    }

    /// <summary>The shortest way; null: there is none.</summary>
    public AttackPath? Path(AttackNode start, AttackNode end) => From(start).PathTo(end);

    internal AttackEdge Edge(int index) => _edges[index];

    internal ReadOnlySpan<int> EdgesFrom(int node) => _from.Edges.AsSpan(_from.First[node].._from.First[node + 1]);

    internal ReadOnlySpan<int> EdgesTo(int node) => _to.Edges.AsSpan(_to.First[node].._to.First[node + 1]);

    /// <summary>A compromised pod is its containers, and a compromised namespace its pods.</summary>
    internal IEnumerable<int> StartsOf(AttackNode start) => start.Kind switch
    {
        NodeKind.Pod => start.Workload!.Containers.Select(container => Of(container).Index).Prepend(start.Index),
        _ => [start.Index],
    };

    /// <summary>Edges by one of their ends, each end's together, in their first order.</summary>
    private (int[] First, int[] Edges) Sorted(Func<AttackEdge, int> end)
    {
        var first = new int[Nodes.Length + 1];
        foreach (var edge in _edges) first[end(edge) + 1]++;
        for (var i = 1; i < first.Length; i++) first[i] += first[i - 1];
        var (next, sorted) = (first[..^1].ToArray(), new int[_edges.Length]);
        for (var i = 0; i < _edges.Length; i++) sorted[next[end(_edges[i])]++] = i;
        return (first, sorted);
    }
}
