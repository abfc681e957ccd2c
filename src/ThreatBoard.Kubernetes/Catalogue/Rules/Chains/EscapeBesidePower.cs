using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths.Breakouts;
using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>Root on a node reads the tokens of every pod on that node.</summary>
public sealed class EscapeBesidePower : PodRule
{
    private const int MostNamed = 5;
    private const int MostFound = 50;
    private const int MostLooks = 500;

    public override RuleCard Card { get; } = new(
        Code: "TB-CHAIN-03",
        Title: "Escape spreads to co-located identities",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 5),
        Why: "Root on a node can read the tokens of every pod on that node.",
        Mitigations:
        [
            "Take away what lets the pod out onto its node",
            "Nodes and taints of their own for pods with powerful identities",
        ],
        Cwe: 653,
        Attack: ["T1611", "T1528"],
        References: new() { Owasp = ["K01", "K02"], Microsoft = ["MS-TA9018"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (workload.IsStatic || Breakout.WaysOut(workload).FirstOrDefault() is not { } way) return [];
        var beside = cluster.Once(of => new PowerfulPods(of)).All.Take(MostLooks)
            .Where(other => other.Workload != workload && ClusterPermissions.AccountOf(other.Workload) != ClusterPermissions.AccountOf(workload) && !Separation.Between(workload, other.Workload)).Take(MostFound).ToList();
        if (beside.Count == 0) return [];
        var named = beside.Take(MostNamed).Select(other => $"{other.Workload.Namespace}/{other.Workload.Name} ({other.Right.Words})");
        return
        [
            new($"It {way.Because}, and nothing keeps these pods off that node: {string.Join(", ", named)}{More(beside.Count)}.",
            [
                .. way.Evidence,
                .. beside.Take(MostNamed).SelectMany(other => new[] { other.Workload.Pod["serviceAccountName"].Evidence, other.Workload.Pod["nodeSelector"].Evidence }),
            ]),
        ];
    }

    private static string More(int found) => found <= MostNamed ? "" : found == MostFound ? " and many more" : $" and {found - MostNamed} more";

    /// <summary>Pods that hold the token of an account with dangerous rights.</summary>
    private sealed class PowerfulPods(Cluster cluster)
    {
        public IReadOnlyList<(Workload Workload, HeldRight Right)> All { get; } =
        [
            .. from workload in cluster.Workloads
               where Tokens.Mounted(workload, cluster) is not null
               let rights = Powers.In(cluster).Of(ClusterPermissions.AccountOf(workload))
               where rights.Count > 0
               select (workload, rights[0]),
        ];
    }
}
