using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Only one kernel stands between this pod and its neighbours.</summary>
public sealed class SharedKernel : IThreatRule<Cluster>
{
    private const string Tenant = "tenant";

    public RuleCard Card { get; } = new(
        Code: "TB-POD-17",
        Title: "No stronger isolation for an internet-facing or multi-tenant workload",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "Only one kernel stands between this pod and its neighbours.",
        Mitigations:
        [
            "RuntimeClass with gVisor/Kata",
            "hostUsers: false",
            "Dedicated node pool",
        ],
        Cwe: 653,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"] });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        var open = new OpenToInternet(world);
        var tenants = world.Workloads.Where(workload => workload.Labels.ContainsKey(Tenant)).GroupBy(workload => workload.Namespace, StringComparer.Ordinal)
            .ToDictionary(place => place.Key, place => place.DistinctBy(workload => workload.Labels[Tenant]).Take(2).ToList(), StringComparer.Ordinal);
        return
            from workload in world.Workloads
            where !workload.HasOwnUsers && !workload.Pod["runtimeClassName"].Exists && open.Entry(workload) is not null
            let stranger = Stranger(workload, tenants)
            where stranger is not null
            let subject = world.Subjects.Pod(workload)
            where subject is not null
            select new Sighting($"The internet reaches it, and {stranger.Value.Because}; one kernel lies between.", [workload.Pod["runtimeClassName"].Evidence, workload.Pod["hostUsers"].Evidence, stranger.Value.At.Evidence])
                .About(Card, EntityRef.To(subject));
    }

    /// <summary>Who may not be trusted with the same kernel: code that nobody trusts, or another tenant of the namespace.</summary>
    private static (string Because, Cursor At)? Stranger(Workload workload, Dictionary<string, List<Workload>> tenants)
    {
        var labels = workload.Template["metadata"]["labels"];
        if (labels["trust"] is { Text: "untrusted" } trust) return ("it runs code that nobody trusts", trust);
        if (labels[Tenant].Text is not { } tenant) return null;
        var other = tenants.GetValueOrDefault(workload.Namespace)?.Find(neighbour => neighbour.Labels[Tenant] != tenant);
        return other is null ? null : ($"{other.Name} beside it belongs to another tenant", other.Template["metadata"]["labels"][Tenant]);
    }
}
