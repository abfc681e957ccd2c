using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Chains;
using ThreatBoard.Kubernetes.Paths.Breakouts;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>One fault in an application leads from the internet to root on a node.</summary>
public sealed class ExposedEscape : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-07",
        Title: "Internet path to a workload with escape-class settings",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 4, Impact: 5),
        Why: "One fault in an application leads from the internet to root on a node.",
        Mitigations:
        [
            "Fix the setting first, then the exposure",
        ],
        Cwe: 250,
        Attack: ["T1190", "T1611"],
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K01", "K06"], Microsoft = ["MS-TA9009", "MS-TA9018"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        var ways = Breakout.WaysOut(workload).ToList();
        if (ways.Count == 0 || Ways.In(cluster).FromInternet(workload) is not { } path) return [];
        return [new($"{path}, which {string.Join(" and ", ways.Select(way => way.Because))}.", [.. Ways.Evidence(path.Steps), .. ways.SelectMany(way => way.Evidence)])];
    }
}
