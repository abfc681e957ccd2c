using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Clusters;

/// <summary>Asks a cluster's policies about two components: containers of workloads, or the internet.</summary>
public static class MayTalk
{
    /// <summary>More ranges of addresses than anybody reads are not explained one by one.</summary>
    private const int MostRanges = 4;

    /// <summary>Whether policies can be asked about the component at all.</summary>
    public static bool IsAbout(ClusterLook look, Component component) => ClusterLook.IsInternet(component) || look.WorkloadOf(component) is not null;

    /// <summary>Null where the cluster's policies say nothing about one of the two.</summary>
    public static TalkAnswer? Ask(ClusterLook look, Component from, Component to) => (look.WorkloadOf(from), look.WorkloadOf(to)) switch
    {
        ({ } one, { } other) => Between(look, from, to, one, other),
        (null, { } inside) when ClusterLook.IsInternet(from) => Outside(look, from, to, inside, Direction.Ingress),
        ({ } inside, null) when ClusterLook.IsInternet(to) => Outside(look, from, to, inside, Direction.Egress),
        _ => null,
    };

    private static TalkAnswer Between(ClusterLook look, Component from, Component to, Workload one, Workload other)
    {
        var explanation = look.Cluster.Reach.Explain(one, other);
        return new(from, to, explanation.Verdict, Told(look, explanation.Reasons));
    }

    private static TalkAnswer Outside(ClusterLook look, Component from, Component to, Workload inside, Direction direction)
    {
        var reach = look.Cluster.Reach;
        var ranges = reach.Outside(inside, direction).Where(one => !AddressSet.Internet.Intersect(AddressSet.Of(one.Range)).IsEmpty).DistinctBy(one => one.Verdict).Take(MostRanges);
        var verdict = direction is Direction.Ingress ? reach.FromInternet(inside) : reach.ToInternet(inside);
        return new(from, to, verdict, [.. Told(look, ranges.SelectMany(one => reach.ExplainOutside(inside, one.Range, direction))).Distinct(), .. EntryNotes(look, inside, direction)]);
    }

    /// <summary>Policies let addresses in or not; that something leads there at all is another question.</summary>
    private static IEnumerable<TalkReason> EntryNotes(ClusterLook look, Workload inside, Direction direction)
    {
        if (direction is Direction.Egress) yield break;
        var ways = look.Cluster.EntryPoints.Where(entry => entry.Workload == inside).DistinctBy(entry => entry.Via).Take(MostRanges).ToList();
        if (ways.Count == 0) yield return new(direction, ReasonKind.NothingDecides, "Nothing that was read opens a way in to it from outside: no Ingress, Gateway, Route or Service of type LoadBalancer or NodePort.", null, null);
        foreach (var way in ways)
            yield return new(direction, ReasonKind.NothingDecides, $"{Via(look, way)} opens it{(way.IsProxied ? " through a proxy of the cluster: to the policies, the proxy is who calls" : "")}.", look.Cluster.Find(way.Via) is { } at ? Place.Of(at) : null, way.Evidence.FirstOrDefault());
    }

    private static ImmutableArray<TalkReason> Told(ClusterLook look, IEnumerable<Reason> reasons) =>
        [.. reasons.Select(reason => new TalkReason(reason.Direction, reason.Kind, reason.Text, reason.Policy.Length > 0 && look.Cluster.Find(reason.Policy) is { } at ? Place.Of(at) : null, reason.Evidence))];

    private static string Via(ClusterLook look, EntryPoint way) => look.Cluster.Find(way.Via) is { } at ? $"{at.Object.Kind} {at.Object.Name}" : way.Via;
}
