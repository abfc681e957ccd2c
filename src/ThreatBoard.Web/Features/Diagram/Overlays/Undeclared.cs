using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;
using Verdict = ThreatBoard.Kubernetes.Reachability.Verdict;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>What policies allow between two workloads although no flow of the model joins them.</summary>
/// <param name="Edges">The first of them, those across namespaces before the others.</param>
/// <param name="Total">How many there are; null where they were too many to count.</param>
public sealed record Undeclared(ImmutableArray<ExtraEdge> Edges, long? Total)
{
    /// <summary>More lines than anybody follows.</summary>
    public const int Most = 120;

    /// <summary>Pairs that are asked about before counting ends.</summary>
    private const int MostPairs = 400_000;

    private const int LongestLabel = 28;

    public static Undeclared None { get; } = new([], 0);

    /// <param name="chosen">Components whose workloads count; all where none is given.</param>
    public static Undeclared Of(ClusterLook look, IReadOnlySet<Guid> chosen)
    {
        var joined = Joined(look);
        var all = look.Cluster.Workloads.Where(workload => look.ComponentOf(workload) is not null).ToList();
        var starts = chosen.Count == 0 ? [.. all] : look.Content.All<Component>().Where(component => chosen.Contains(component.Id.Value)).Select(look.WorkloadOf).OfType<Workload>().ToHashSet();
        var found = new List<(Workload From, Workload To, Verdict Verdict)>();
        var (pairs, total) = (0, 0L);
        foreach (var from in all)
            foreach (var to in starts.Contains(from) ? all : [.. starts])
            {
                if (from == to || joined.Contains((from.Key, to.Key))) continue;
                if (++pairs > MostPairs) return new(EdgesOf(look, found), null);
                if (look.Cluster.Reach.Between(from, to) is not { State: Reachable.Allowed } verdict) continue;
                total++;
                if (found.Count < Most * 10) found.Add((from, to, verdict));
            }
        return new(EdgesOf(look, found), total);
    }

    private static ImmutableArray<ExtraEdge> EdgesOf(ClusterLook look, IEnumerable<(Workload From, Workload To, Verdict Verdict)> found) =>
    [
        .. found.OrderBy(pair => pair.From.Namespace == pair.To.Namespace).Take(Most)
            .Select(pair => new ExtraEdge($"{look.ComponentOf(pair.From)!.Id}", $"{look.ComponentOf(pair.To)!.Id}", Label(pair.Verdict.Allowed), "allowed")),
    ];

    private static string Label(Connections allowed) => allowed.IsAll ? "all ports" : $"{allowed}" is { Length: <= LongestLabel } text ? text : $"{$"{allowed}".AsSpan(0, LongestLabel - 1)}…";

    private static HashSet<(string From, string To)> Joined(ClusterLook look)
    {
        var joined = new HashSet<(string, string)>();
        foreach (var flow in look.Content.All<Flow>())
            if (Workload(flow.Ends.From) is { } from && Workload(flow.Ends.To) is { } to) joined.Add((from.Key, to.Key));
        return joined;

        Workload? Workload(Id<Component> id) => look.Content.Find<Component>(id.Value) is { } component ? look.WorkloadOf(component) : null;
    }
}
