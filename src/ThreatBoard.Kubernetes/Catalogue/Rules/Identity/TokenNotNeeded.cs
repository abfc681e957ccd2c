using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>Any code execution in the pod immediately holds a cluster identity.</summary>
public sealed class TokenNotNeeded : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SA-01",
        Title: "API token mounted although not needed",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 4, Impact: 2),
        Why: "Any code execution in the pod immediately holds a cluster identity.",
        Mitigations:
        [
            "automountServiceAccountToken: false",
        ],
        Cwe: 522,
        Attack: ["T1528", "T1552.001"],
        Version: 2,
        References: new() { Owasp = ["K02", "K09"], Cis = ["5.1.6"], Microsoft = ["MS-TA9016"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        Tokens.Mounted(workload, cluster) is { } at && !Tokens.HasOwn(workload) && !Tokens.HasRights(workload, cluster)
            ? [new("A token is mounted, though no right is bound to its account.", [at.Evidence])]
            : [];
}
