using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>All pods of the namespace share one identity, so rights cannot be told apart or withdrawn.</summary>
public sealed class DefaultServiceAccount : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SA-02",
        Title: "Runs as the default service account",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "All pods of the namespace share one identity, so rights cannot be told apart or withdrawn.",
        Mitigations:
        [
            "Own ServiceAccount per workload",
        ],
        Cwe: 1188,
        Attack: ["T1528"],
        References: new() { Owasp = ["K02"], Cis = ["5.1.5"], Microsoft = ["MS-TA9016"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.ServiceAccount == "default" && Tokens.Mounted(workload, cluster) is not null
            ? [new("It runs as the default account of its namespace, with a token.", [workload.Pod["serviceAccountName"].Evidence])]
            : [];
}
