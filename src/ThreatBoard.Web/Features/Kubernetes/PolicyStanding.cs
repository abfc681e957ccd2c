using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>How far a namespace's pods are isolated in one direction, and by which policies.</summary>
/// <param name="Isolated">How many of its workloads some policy isolates.</param>
/// <param name="DeniesByDefault">A policy selects every pod and admits nothing: what is added later is isolated too.</param>
/// <param name="Policies">The names of those that isolate somebody, with their place.</param>
public sealed record PolicyStanding(int Isolated, int Workloads, bool DeniesByDefault, ImmutableArray<Place> Policies)
{
    public bool IsWhole => DeniesByDefault || (Workloads > 0 && Isolated == Workloads);

    /// <summary><c>good</c>, <c>part</c> or <c>none</c>: how it is marked, beside its words.</summary>
    public string Mark => IsWhole ? "good" : Isolated > 0 ? "part" : "none";

    public string Words => this switch
    {
        { DeniesByDefault: true } => "Default deny",
        { Workloads: 0 } => "No pods",
        { Isolated: 0 } => "None: all allowed",
        _ when Isolated == Workloads => "All isolated",
        _ => $"{Isolated} of {Workloads} isolated",
    };

    public static PolicyStanding Of(ClusterLook look, string @namespace, Direction direction)
    {
        var workloads = look.Cluster.WorkloadsIn(@namespace).ToList();
        var isolating = workloads.Select(workload => look.Cluster.Isolation.Of(workload, direction).ToList()).ToList();
        var denies = look.Cluster.Isolation.In(@namespace).Where(policy => policy.DeniesByDefault(direction)).ToList();
        return new(
            isolating.Count(policies => policies.Count > 0), workloads.Count, denies.Count > 0,
            [.. isolating.SelectMany(policies => policies).Concat(denies).DistinctBy(policy => policy.Object.Key).OrderBy(policy => policy.Object.Name, StringComparer.Ordinal).Select(policy => Place.Of(policy.Root))]);
    }
}
