using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>A single compromised pod can take over the namespace or the cluster.</summary>
public sealed class PowerfulIdentity : PodRule
{
    private const int MostNamed = 4;

    public override RuleCard Card { get; } = new(
        Code: "TB-SA-03",
        Title: "Pod identity with dangerous rights",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "A single compromised pod can take over the namespace or cluster.",
        Mitigations:
        [
            "Narrow the role",
            "Move the controller to its own namespace",
        ],
        Cwe: 269,
        Attack: ["T1528", "T1078"],
        References: new() { Owasp = ["K02"], Cis = ["5.1.6"], Microsoft = ["MS-TA9016", "MS-TA9019"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (Tokens.Mounted(workload, cluster) is not { } token) return [];
        var account = ClusterPermissions.AccountOf(workload);
        var rights = Powers.In(cluster).Of(account);
        if (rights.Count == 0) return [];
        var words = $"{string.Join(", ", rights.Take(MostNamed).Select(right => right.Words))}{(rights.Count > MostNamed ? $" and {rights.Count - MostNamed} more" : "")}";
        return [new($"It holds a token of service account {account}, which {words}.", [workload.Pod["serviceAccountName"].Evidence, token.Evidence, .. rights.Take(MostNamed).SelectMany(right => right.By.Evidence).Distinct()])];
    }
}
