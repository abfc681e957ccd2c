using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Every node process, its environment and its root filesystem link are visible and with ptrace or root controllable.</summary>
public sealed class HostProcesses : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-01",
        Title: "Shares the host process namespace",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Every node process, its environment and its root filesystem link are visible and with ptrace or root controllable.",
        Mitigations:
        [
            "Remove hostPID",
        ],
        Cwe: 668,
        Attack: ["T1611", "T1057"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.3"], Microsoft = ["MS-TA9018"], PodSecurity = "baseline: Host Namespaces", Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Pod["hostPID"] is { Flag: true } at ? [new("It shares the process namespace of its node.", [at.Evidence])] : [];
}
