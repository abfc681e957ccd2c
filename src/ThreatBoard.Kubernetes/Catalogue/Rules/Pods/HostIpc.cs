using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>Shared memory of host processes becomes readable.</summary>
public sealed class HostIpc : PodRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-02",
        Title: "Shares the host IPC namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Shared memory of host processes becomes readable.",
        Mitigations:
        [
            "Remove hostIPC",
        ],
        Cwe: 668,
        Attack: ["T1611"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.4"], PodSecurity = "baseline: Host Namespaces", Guide = "Pod security enforcement" });

    protected override IEnumerable<Sighting> Look(Workload workload, Cluster cluster) =>
        workload.Pod["hostIPC"] is { Flag: true } at ? [new("It shares the memory of processes on its node.", [at.Evidence])] : [];
}
