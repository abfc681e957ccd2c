using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>The namespace boundary exists but protects nothing inside.</summary>
public sealed class TiersShareNamespace : IThreatRule<Cluster>
{
    private const int MostEvidence = 4;

    /// <summary>Of each kind that policies tell apart in one namespace; real ones have a handful.</summary>
    private const int MostEnds = 100;

    public RuleCard Card { get; } = new(
        Code: "TB-NS-05",
        Title: "Tiers of different trust share one namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "The namespace boundary exists but protects nothing inside.",
        Mitigations:
        [
            "Split namespaces or isolate per tier",
        ],
        Cwe: 653,
        References: new() { Owasp = ["K05"], Cis = ["5.7.1"], Guide = "Namespaces" });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        var open = new OpenToInternet(world);
        return
            from name in world.Namespaces
            let subject = world.Subjects.Namespace(name)
            where subject is not null
            let pair = Joined(name, world, open)
            where pair is not null
            select new Sighting(
                $"The internet reaches {pair.Value.Entry.Workload.Name}, and no policy keeps it from {pair.Value.Worth.Workload.Name}, {pair.Value.Worth.Why}.",
                [.. pair.Value.Entry.Evidence.Take(MostEvidence), pair.Value.Worth.Evidence]).About(Card, EntityRef.To(subject));
    }

    private static (EntryPoint Entry, Worth Worth)? Joined(string name, Cluster cluster, OpenToInternet open)
    {
        var entries = cluster.WorkloadsIn(name).Select(open.Entry).OfType<EntryPoint>().Where(entry => !entry.Workload.Containers.Any(Stores.IsOne)).DistinctBy(entry => cluster.Reach.ClassOf(entry.Workload)).Take(MostEnds).ToList();
        if (entries.Count == 0) return null;
        var worth = cluster.WorkloadsIn(name).Select(workload => Of(workload, cluster)).OfType<Worth>().DistinctBy(one => cluster.Reach.ClassOf(one.Workload)).Take(MostEnds).ToList();
        foreach (var entry in entries)
            foreach (var one in worth)
                if (one.Workload != entry.Workload && cluster.Reach.Between(entry.Workload, one.Workload).State == Reachable.Allowed) return (entry, one);
        return null;
    }

    /// <summary>What deserves more trust than a way in: data, or an identity that opens more.</summary>
    private static Worth? Of(Workload workload, Cluster cluster) =>
        workload.Containers.FirstOrDefault(Stores.IsOne) is { } store ? new(workload, "which keeps data", store.At["image"].Evidence)
        : Tokens.Mounted(workload, cluster) is not null && Powers.In(cluster).Of(ClusterPermissions.AccountOf(workload)).Count > 0 ? new(workload, "whose service account has dangerous rights", workload.Pod["serviceAccountName"].Evidence)
        : null;

    private sealed record Worth(Workload Workload, string Why, Evidence Evidence);
}
