using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>Consoles of administrators are the usual first way in, and often have credentials that everybody knows.</summary>
public sealed class ManagementExposed : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-06",
        Title: "Management interface exposed",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 4, Impact: 5),
        Why: "Consoles of administrators are the usual first way in, and often have credentials that everybody knows.",
        Mitigations:
        [
            "Take the exposure away; reach it by port-forward or VPN",
            "Put a proxy in front that authenticates",
        ],
        Cwe: 306,
        Attack: ["T1133", "T1190"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K06"], Microsoft = ["MS-TA9005"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var seen = EntriesByWorkload.In(cluster)[workload].Where(entry => cluster.Reach.Through(entry) != Reachable.Denied).Select(entry => (Entry: entry, Kind: KindOf(entry))).Where(entry => entry.Kind is not null).ToList();
        if (seen.Count == 0) yield break;
        var worst = seen.OrderBy(entry => entry.Kind!.IsSure ? 0 : 1).First();
        yield return new(
            worst.Kind!.IsSure ? $"{worst.Entry.Via} opens {worst.Kind.Name} to the outside." : $"{worst.Entry.Via} opens port {worst.Entry.Port} to the outside, which {worst.Kind.Name} uses.",
            [.. worst.Entry.Evidence, workload.Main is { } main ? main.At["image"].Evidence : workload.Root["kind"].Evidence])
            { Answer = worst.Kind.IsSure ? Answer.Found : Answer.CannotTell };
    }

    private static ManagementKind? KindOf(EntryPoint entry) => ManagementKind.Of(entry.Workload) ?? (entry.Port is { } port ? ManagementKind.OfPort(port) : null);
}
