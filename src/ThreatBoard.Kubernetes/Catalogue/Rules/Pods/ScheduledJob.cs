using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>A timed job silently re-runs whatever image or command an attacker manages to change.</summary>
public sealed class ScheduledJob : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-16",
        Title: "Scheduled job as a persistence point",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "A timed job silently re-runs whatever image or command an attacker manages to change.",
        Mitigations:
        [
            "Restrict who can create or patch CronJobs",
            "Pin image by digest",
        ],
        Cwe: 284,
        Attack: ["T1053.007"],
        References: new() { Owasp = ["K01"], Microsoft = ["MS-TA9014"] });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Object.Kind == "CronJob" ? [new("It runs again and again, without anybody asking.", [workload.Root["spec"]["schedule"].Evidence])] : [];
}
