using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The application will fail, and people usually repair that by deleting the policy.</summary>
public sealed class DeclaredFlowBlocked : IThreatRule<Cluster>
{
    private const int MostShown = 5;

    public RuleCard Card { get; } = new(
        Code: "TB-NET-09",
        Title: "Declared flow is blocked",
        Category: Stride.DenialOfService,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "The application will fail, and people usually repair that by deleting the policy.",
        Mitigations:
        [
            "Add a rule that allows exactly this flow",
        ],
        Cwe: 693,
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K05"] });

    public IEnumerable<Finding> Examine(Cluster world) => Inside(world).Concat(FromOutside(world)).DistinctBy(finding => finding.Subject);

    private IEnumerable<Finding> Inside(Cluster cluster) =>
        from flow in DeclaredFlows.In(cluster).All
        let origin = flow.From
        where origin is not null && origin != flow.To && flow.In(cluster.Reach.Between(origin, flow.To)) == Reachable.Denied
        let why = cluster.Reach.Explain(origin, flow.To).Reasons
        select Blocked(flow.Flow, $"{origin.Name} cannot reach {flow.To.Name}{(flow.Flow.Port is { } port ? $" on {port}" : "")}", why);

    private IEnumerable<Finding> FromOutside(Cluster cluster) =>
        from entry in cluster.EntryPoints
        where cluster.Reach.Through(entry) == Reachable.Denied
        let flow = cluster.Subjects.Exposure(entry.Via)
        where flow is not null
        let why = cluster.Reach.ExplainFromStranger(entry.Workload)
        select Blocked(flow, $"What {entry.Via} lets in cannot reach {entry.Workload.Name}", why);

    private Finding Blocked(Flow flow, string what, IEnumerable<Reason> why)
    {
        var deciding = why.Where(reason => reason.Kind is ReasonKind.Denied or ReasonKind.NotAdmitted && reason.Evidence is not null).Take(MostShown).ToList();
        var by = deciding.Select(reason => reason.Policy).Distinct(StringComparer.Ordinal).Take(3);
        return new Sighting($"{what}: it is stopped by {string.Join(", ", by)}.", [.. deciding.Select(reason => reason.Evidence!), .. flow.Evidence.Take(MostShown)]).About(Card, EntityRef.To(flow));
    }
}
