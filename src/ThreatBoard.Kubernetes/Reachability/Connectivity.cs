using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>A reading as the connectivity command takes it: refused where the cluster would refuse a policy, instead of a guess at what it may mean.</summary>
/// <param name="Refusals">Why there is no answer, each with the object's name; none where there is one.</param>
/// <param name="Notes">What was odd but did not stand in the way: files that were not read, rules that are ignored.</param>
public sealed record Connectivity(Cluster Cluster, Reach Reach, ImmutableArray<string> Refusals, ImmutableArray<string> Notes)
{
    private const int DnsPort = 53;
    private const int MostNamed = 5;
    private static readonly string[] s_policies = [.. ClusterPolicy.Kinds, "NetworkPolicy"];

    public bool IsRefused => Refusals.Length > 0;

    public static Connectivity Of(ManifestReading reading, ReachSettings? settings = null)
    {
        var cluster = Cluster.Of(reading.Objects);
        var reach = new Reach(cluster, settings);
        return new(
            cluster,
            reach,
            [.. Twice(reading), .. reach.Problems.Where(problem => problem.IsRefused).Select(problem => problem.ToString())],
            [
                .. reading.Problems.Where(problem => problem.Severity != ProblemSeverity.Note).Select(problem => problem.ToString()),
                .. reach.Problems.Where(problem => !problem.IsRefused).Select(problem => problem.ToString()),
                .. NothingToSay(cluster),
                .. WithoutNames(cluster, reach),
            ]);
    }

    /// <summary>Of a policy that stands twice nobody knows which is meant.</summary>
    private static IEnumerable<string> Twice(ManifestReading reading)
    {
        var last = reading.Objects.ToDictionary(o => o.Key, StringComparer.Ordinal);
        var places = reading.Replaced.Select(o => (o.Key, o.Location))
            .Concat(reading.Variants.Where(v => !v.IsDecided).SelectMany(v => v.Places.Select(place => (v.Key, Location: place))));
        foreach (var (key, place) in places)
            if (last.TryGetValue(key, out var kept) && kept.Location != place && s_policies.Contains(kept.Known.Term, StringComparer.Ordinal))
                yield return $"{kept.Kind} '{kept.Name}' stands in {place.File}, line {place.Line}, and again in {kept.Location.File}, line {kept.Location.Line}"
                    + (kept.Kind == "BaselineAdminNetworkPolicy" ? ": only one baseline admin network policy may be provided in input resources; one already exists." : ".");
    }

    private static IEnumerable<string> NothingToSay(Cluster cluster)
    {
        if (cluster.Workloads.IsEmpty) yield return "No pods were read, nor anything that makes pods: there is nobody to connect.";
        if (cluster.Policies.IsEmpty && !ClusterPolicy.Kinds.SelectMany(cluster.All).Any()) yield return "No network policies were read: everything may talk to everything.";
    }

    /// <summary>Whoever denies all egress by default denies DNS too, and then flows fail that are allowed.</summary>
    private static IEnumerable<string> WithoutNames(Cluster cluster, Reach reach)
    {
        var lost = cluster.Workloads
            .Where(workload => reach.ToDns(workload) is var dns && dns.Of(Protocol.Udp, DnsPort) == Reachable.Denied && dns.Of(Protocol.Tcp, DnsPort) == Reachable.Denied)
            .Select(workload => $"{workload.Namespace}/{workload.Name}").ToList();
        if (lost.Count > 0)
            yield return $"No names can be resolved by {string.Join(", ", lost.Take(MostNamed))}{(lost.Count > MostNamed ? $" and {lost.Count - MostNamed} more" : "")}: policies deny them the DNS server of the cluster on port 53, so that connections by name fail even where they are allowed.";
    }
}
