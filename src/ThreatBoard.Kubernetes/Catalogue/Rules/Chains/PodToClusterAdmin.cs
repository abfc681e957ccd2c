using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Chains;

/// <summary>Whoever breaks into this one pod owns the cluster.</summary>
/// <remarks>Pods that would have to break into this one first are not found again: one cause, one finding.</remarks>
public sealed class PodToClusterAdmin : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CHAIN-02",
        Title: "Compromised pod can reach cluster-admin",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Whoever breaks into this one pod owns the cluster, with every secret and node of it.",
        Mitigations:
        [
            "Remove any step that every path needs: the paths command and the Kubernetes page tell which",
            "Give its service account only what it needs",
        ],
        Cwe: 269,
        Attack: ["T1611", "T1528", "T1078"],
        References: new() { Owasp = ["K02"], Microsoft = ["MS-TA9019"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster)
    {
        if (workload.IsStatic || ClusterControl.Holds(workload) || Ways.In(cluster).ToApiServer(workload) is not { } path) return [];
        var exposed = Ways.In(cluster).FromInternet(workload) is { } way ? $" The internet reaches it in {way.Steps.Count} {(way.Steps.Count == 1 ? "step" : "steps")}." : "";
        return [new($"{string.Join("; ", path.Steps.Select(step => $"{step.From.Name} {step.Because}"))}.{exposed}", Ways.Evidence(path.Steps))];
    }
}
