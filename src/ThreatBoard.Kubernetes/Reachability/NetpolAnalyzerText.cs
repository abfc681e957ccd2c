using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Writes what is surely allowed in the text format of netpol-analyzer: a line a pair, <c>src => dst : conn</c>, in ordinal order.</summary>
public static class NetpolAnalyzerText
{
    private const string IngressController = "{ingress-controller}";

    /// <param name="cluster">The cluster.</param>
    /// <param name="reach">Made with <see cref="ReachSettings.NetpolAnalyzer"/>.</param>
    public static IReadOnlyList<string> Lines(Cluster cluster, Reach reach)
    {
        var peers = cluster.Workloads.GroupBy(NameOf, StringComparer.Ordinal).Select(g => (Name: g.Key, Workloads: (IReadOnlyList<Workload>)[.. g])).ToList();
        var lines = Pairs(peers, reach).Concat(Outside(peers, reach)).Concat(Proxied(cluster, reach)).ToList();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary><c>namespace/owner[Kind]</c>, by the first owner that is not the node; <c>namespace/name[Kind]</c> of what has none.</summary>
    private static string NameOf(Workload workload)
    {
        var owner = workload.Root["metadata"]["ownerReferences"].Items.Take(1).Where(o => o["kind"].Text != "Node" && o["name"].Text is not null).Select(o => (Cursor?)o).FirstOrDefault();
        return owner is { } found
            ? $"{workload.Namespace}/{found["name"].Text}[{found["kind"].Text ?? "Pod"}]"
            : $"{workload.Namespace}/{workload.Name}[{workload.Object.Kind}]";
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<(string Name, IReadOnlyList<Workload> Workloads)> peers, Reach reach) =>
        from source in peers
        from to in peers
        where source.Name != to.Name
        let allowed = Union(source.Workloads.DistinctBy(reach.ClassOf).SelectMany(a => to.Workloads.DistinctBy(reach.ClassOf).Select(b => reach.Between(a, b))))
        where !allowed.IsEmpty
        select $"{source.Name} => {to.Name} : {allowed}";

    private static IEnumerable<string> Outside(IReadOnlyList<(string Name, IReadOnlyList<Workload> Workloads)> peers, Reach reach)
    {
        foreach (var direction in new[] { Direction.Ingress, Direction.Egress })
        {
            var verdicts = peers.Select(peer => (peer.Name, Ranges: peer.Workloads.DistinctBy(reach.ClassOf).Select(w => FourOf(reach.Outside(w, direction))).ToList())).ToList();
            var cuts = verdicts.SelectMany(v => v.Ranges).SelectMany(r => r).Select(r => r.Range.First).Distinct().Order().ToList();
            for (var i = 0; i < cuts.Count; i++)
            {
                var cell = new AddressRange(cuts[i], i + 1 < cuts.Count ? cuts[i + 1] - 1 : AddressRange.IPv4.Last);
                foreach (var (name, ranges) in verdicts)
                    if (Union(ranges.Select(r => r.First(v => v.Range.Contains(cell)).Verdict)) is { IsEmpty: false } allowed)
                        yield return direction == Direction.Ingress ? $"{cell}[External] => {name} : {allowed}" : $"{name} => {cell}[External] : {allowed}";
            }
        }
    }

    private static List<AddressVerdict> FourOf(IEnumerable<AddressVerdict> outside) => [.. outside.Where(v => v.Range.IsIPv4)];

    private static IEnumerable<string> Proxied(Cluster cluster, Reach reach) =>
        from entry in cluster.EntryPoints
        where entry is { Kind: EntryKind.Ingress or EntryKind.Route, Protocol: Protocol.Tcp, Port: not null }
        group entry by NameOf(entry.Workload) into peer
        let allowed = Union(peer.Select(entry => reach.FromStranger(entry.Workload).Within(Connections.Of(Protocol.Tcp, PortSet.Of(entry.Port!.Value)))))
        where !allowed.IsEmpty
        select $"{IngressController} => {peer.Key} : {allowed}";

    private static Connections Union(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Connections.None, (all, verdict) => all.Union(verdict.Allowed));
}
