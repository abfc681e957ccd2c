using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>The fewer hops, the fewer chances to stop an intruder.</summary>
/// <remarks>What is open to the internet and has a volume of its own is no store, but an application. Three hops of which each is admitted by a policy are tiers that somebody meant, and are not found.</remarks>
public sealed class InternetToStore : PodRule
{
    private const string ClaimName = "claimName";

    public override RuleCard Card { get; } = new(
        Code: "TB-CHAIN-01",
        Title: "Internet to data store in few hops",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The fewer hops, the fewer chances to stop an intruder.",
        Mitigations:
        [
            "Let only declared flows in, hop by hop",
            "Cut the cheapest step of the path",
        ],
        Cwe: 653,
        Attack: ["T1190", "T1210"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (KeepingData(workload) is not { } store || Ways.In(cluster).FromInternet(workload) is not { } path || IsMeant(path, cluster)) return [];
        if (path.Steps.Count == 1 && store.Path.EndsWith(ClaimName, StringComparison.Ordinal)) return [];
        return [new($"{path.Steps.Count} {(path.Steps.Count == 1 ? "hop" : "hops")}: {path}.", [.. Ways.Evidence(path.Steps), store.Evidence])];
    }

    private static bool IsMeant(AttackPath path, Cluster cluster) =>
        path.Steps.Count >= Ways.Few && path.Steps.All(step => step.To.Workload is { } to && cluster.Reach.IsIsolated(to, Direction.Ingress));

    /// <summary>What shows that it keeps data: the image of a known store, or a claim that is mounted.</summary>
    private static Cursor? KeepingData(Workload workload)
    {
        foreach (var container in workload.Containers.Where(c => c.Role == ContainerRole.Main && KnownStores.Find(c.Image) is not null)) return container.At["image"];
        return workload.Pod["volumes"].Items.Select(volume => volume["persistentVolumeClaim"][ClaimName])
            .Concat(workload.Root["spec"]["volumeClaimTemplates"].Items.Select(template => template["metadata"]["name"])).Where(at => at.Exists).Select(at => (Cursor?)at).FirstOrDefault();
    }
}
