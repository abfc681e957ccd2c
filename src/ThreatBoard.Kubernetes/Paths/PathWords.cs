using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Turns the edges of a way into steps that people read: junctions go, and steps over the network say by which port and which policies.</summary>
internal static class PathWords
{
    private const int MostEvidence = 8;

    public static AttackPath Of(AttackGraph graph, AttackNode start, AttackNode end, IReadOnlyList<AttackEdge> way)
    {
        var steps = new List<AttackStep>();
        var from = start;
        for (var i = 0; i < way.Count; i++)
        {
            if (way[i].Reason is not { } reason) continue;
            var last = i;
            while (last + 1 < way.Count && way[last + 1].Reason is null && graph.Nodes[way[last].To].IsPassing) last++;
            var to = graph.Nodes[way[last].To];
            steps.Add(Step(graph, from, to, reason) with { Edges = [.. way.Take((i)..(last + 1))] });
            from = to;
        }
        return new(start, end, [.. steps]);
    }

    private static AttackStep Step(AttackGraph graph, AttackNode from, AttackNode to, EdgeReason reason)
    {
        if (reason.Code != EdgeCodes.Network || from.Workload is not { } source || to.Container is not { } target) return new(from, to, reason.Code, reason.Because, reason.Evidence);
        var explained = graph.Cluster.Reach.Explain(source, target.Workload);
        var ports = graph.Listening.Of(target.Workload).Where(port => port.Container == target && explained.Verdict.Allowed.Contains(port.Protocol, port.Number)).ToList();
        var seen = explained.Reasons.Where(r => r.Kind is ReasonKind.Admitted or ReasonKind.Passed).Select(r => r.Evidence).OfType<Evidence>();
        return new(from, to, reason.Code, $"may connect to it on {Words(ports.Select(p => $"{p.Protocol} {p.Number}".ToUpperInvariant()))}: {WhyOf(explained)}",
            [.. ports.Select(p => p.At.Evidence).Concat(seen).Take(MostEvidence)]);
    }

    private static string WhyOf(Explanation explained) =>
        string.Join(" ", explained.Reasons.Where(r => r.Kind is ReasonKind.Admitted or ReasonKind.NothingSelects or ReasonKind.NothingDecides or ReasonKind.Passed).Select(r => r.Text).Distinct(StringComparer.Ordinal).Take(4));

    private static string Words(IEnumerable<string> ports) => string.Join(", ", ports.Take(4));
}
