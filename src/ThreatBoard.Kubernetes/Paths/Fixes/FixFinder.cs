using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Paths.Breakouts;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Finds what would cut an edge of the attack graph; each fix is made once.</summary>
internal sealed class FixFinder(AttackGraph graph)
{
    private static readonly HashSet<string> s_breakouts = [.. Breakout.All.Select(way => way.Code)];
    private readonly Lazy<DeclaredFlows> _declared = new(() => new(graph.Cluster));
    private readonly Dictionary<Workload, AdmitDeclared?> _admitting = [];

    /// <summary>Fixes that cut the edge, the gentlest first; none where nothing is known to.</summary>
    public IEnumerable<Fix> For(AttackEdge edge) => Candidates(edge).OrderBy(fix => fix.Rank).ThenBy(fix => fix.Key, StringComparer.Ordinal);

    private IEnumerable<Fix> Candidates(AttackEdge edge)
    {
        if (graph.Nodes[edge.From].Key.StartsWith("door/", StringComparison.Ordinal) && graph.Nodes[edge.To].Workload is { } target && Admitting(target) is { } policy) yield return policy;
        if (edge.Reason is not { } reason) yield break;
        if (reason.Pod is { } broken && s_breakouts.Contains(reason.Code) && Breakout.WaysOut(broken).Any()) yield return new ConfinePod(broken);
        if (reason is { Code: EdgeCodes.Token, Pod: { } pod } && !HasProjected(pod)) yield return new WithholdToken(pod);
        if (reason is { Code: EdgeCodes.HostNetwork, Pod: { } sharing }) yield return new LeaveHostNetwork(sharing, MakeAdmitting(sharing));
        if (reason.Right is { } right) yield return new TakeRole(right.Grant, graph.Cluster);
        if (reason.Entry is { } entry && graph.Cluster.Find(entry.Via) is { } opening && CanClose(opening)) yield return new CloseEntry(entry, opening);
        if (reason.Code == EdgeCodes.OwnPod && graph.Nodes[edge.To].Key == "every/nodes" && BaselineIn(graph.Nodes[edge.From].Namespace) is { } level) yield return level;
    }

    private static bool CanClose(Cursor opening) => opening.Object.Kind is "Service" or "Ingress" or "Route" or "HTTPRoute" or "GRPCRoute" or "TLSRoute" or "VirtualService";

    private static bool HasProjected(Workload workload) =>
        workload.Pod["volumes"].Items.SelectMany(volume => volume["projected"]["sources"].Items).Any(source => source["serviceAccountToken"].Exists);

    private EnforceBaseline? BaselineIn(string name) =>
        graph.Cluster.PodSecurity.In(name).Strictest >= PodSecurityLevel.Baseline ? new(name, graph.Cluster.Find($"Namespace/{name}")?.Object) : null;

    /// <summary>Policies only add, so one more changes nothing where another isolates already; and none can select pods without labels.</summary>
    private AdmitDeclared? Admitting(Workload workload)
    {
        if (!_admitting.TryGetValue(workload, out var known)) _admitting[workload] = known = workload.UsesHostNetwork ? null : MakeAdmitting(workload);
        return known;
    }

    private AdmitDeclared? MakeAdmitting(Workload workload)
    {
        if (workload.Labels.Count == 0 || graph.Cluster.Reach.IsIsolated(workload, Direction.Ingress)) return null;
        var alike = graph.Cluster.WorkloadsIn(workload.Namespace).Where(other => LabelSelector.MatchesAll(workload.Labels, other.Labels)).ToList();
        return _declared.Value.Into(alike) is { } flows && flows.All(flow => flow.From is null || flow.From.Labels.Count > 0) ? new(workload, flows) : null;
    }
}
